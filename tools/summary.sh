#!/usr/bin/env bash
# Repeats each runner's own summary, so that the last lines of `make test` say how it went.
set -euo pipefail

for log in "$1"/*.log; do
  name=$(basename "$log" .log)
  printf '\n%s\n' "${name#*-}"
  # cargo's and wasm-bindgen's line for each test program, then Playwright's lines
  sed 's/\x1b\[[0-9;]*[A-Za-z]//g' "$log" |
    grep -E '^ +(Running|Doc-tests) |^test result: |^ +[0-9]+ (passed|failed|flaky|skipped|did not run)' || true
done
