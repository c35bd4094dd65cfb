#!/usr/bin/env bash
# Cargo's runner for the tests in the browser. chromedriver would look for a browser by itself;
# this hands it the one that tools/chromium.mjs chose, without touching the tracked webdriver.json.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

mapfile -t found < <(node "$root/tools/chromium.mjs")
[[ -n ${found[0]-} && -n ${found[1]-} ]] || { echo "no browser or no driver: run tools/setup.sh test" >&2; exit 1; }
export CHROMEDRIVER=${found[1]}

# The runner reads webdriver.json from the working directory.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
BROWSER_BINARY=${found[0]} node --input-type=module - "$root/webdriver.json" "$folder/webdriver.json" <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
const [, , from, to] = process.argv;
const capabilities = JSON.parse(readFileSync(from));
capabilities['goog:chromeOptions'].binary = process.env.BROWSER_BINARY;
writeFileSync(to, JSON.stringify(capabilities));
JS
# The runner serves this folder: the built engine, for the tests that start it.
cp -r "$root/dist" "$folder/dist"
cd "$folder"
# Its 5 s for the driver and 20 s for all tests are too few on a busy machine.
WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 WASM_BINDGEN_TEST_TIMEOUT=300 wasm-bindgen-test-runner "$@"
