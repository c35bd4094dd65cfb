# Certwright's commands. Everything they need is installed by tools/setup.sh, once.

include tools/versions.env

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# The order of the checks is meant: cheap ones first.
.NOTPARALLEL:
.DEFAULT_GOAL := help

PORT ?= 8080
CARGO_HOME ?= $(HOME)/.cargo
XDG_CACHE_HOME ?= $(HOME)/.cache
CERTWRIGHT_TOOLS ?= $(XDG_CACHE_HOME)/certwright
export CERTWRIGHT_TOOLS
# Java and others take the names of files by it.
export LC_ALL := C.UTF-8
export PATH := $(CERTWRIGHT_TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(CERTWRIGHT_TOOLS)/wasm-bindgen-$(WASM_BINDGEN_VERSION)/bin:$(PATH):/usr/sbin

WASM := --target wasm32-unknown-unknown --features web
# The release must not tell where it was built, and be the same everywhere. WebAssembly multiplies
# 32 bits to 64 in one instruction and 64 to 128 in a dozen, so big numbers are quicker in 32-bit limbs.
# Flags apart by 0x1f, as cargo reads them: a folder's name may have a blank in it.
WASM_FLAGS = $$(printf -- '--cfg\037cpubits="32"\037--remap-path-prefix=%s=cargo\037--remap-path-prefix=%s=certwright' '$(CARGO_HOME)' '$(CURDIR)')
# What each runner said, for the summary at the end.
RUNS := target/runs

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# All that the release is made of; when none of it changed, a second run starts at once.
RELEASE := $(shell find src www tools -type f) \
	index.html Trunk.toml Cargo.toml Cargo.lock package-lock.json rust-toolchain.toml

.PHONY: build
build: dist/index.html ## the release, in dist/

dist/index.html: $(RELEASE) | setup-build
	@# What an earlier build left there, trunk would copy.
	@rm -rf "$${CARGO_TARGET_DIR:-target}/wasm-bindgen"
	@# trunk takes NO_COLOR's value for its own option and stops at "1".
	env -u NO_COLOR CARGO_ENCODED_RUSTFLAGS="$(WASM_FLAGS)" trunk build
	@touch $@

.PHONY: serve
serve: build ## build and serve it on http://localhost:8080 (PORT= changes it)
	@PORT=$(PORT) node tools/serve.mjs

.PHONY: test
test: tree-before setup-test lint doc test-native build test-web test-e2e tree-after summary ## everything

.PHONY: lint
lint: setup-build ## formatting and clippy, natively and for the browser
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WASM) --lib --bins --examples --test web -- -D warnings

.PHONY: test-native
test-native: setup-test | $(RUNS) ## the library's stories
	cargo test --locked --no-fail-fast 2>&1 | tee $(RUNS)/1-native.log

.PHONY: doc
doc: setup-build ## the library's documentation; a broken link fails
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib

.PHONY: test-web
test-web: setup-test | $(RUNS) ## what needs a browser's interfaces, in headless Chromium
	CARGO_ENCODED_RUSTFLAGS="$(WASM_FLAGS)" \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$(CURDIR)/tools/web-test-runner.sh" \
		cargo test --locked $(WASM) --test web 2>&1 | tee $(RUNS)/2-web.log

.PHONY: test-e2e
test-e2e: setup-test build | $(RUNS) ## the built page, used as a person would (ARGS= goes to Playwright)
	node_modules/.bin/playwright test $(ARGS) 2>&1 | tee $(RUNS)/3-e2e.log

.PHONY: bench
bench: setup-test build ## sizes and times against their limits (WRITE=1 keeps the keys' table)
	@# The release's own flags, else every crate would be compiled once more.
	CARGO_ENCODED_RUSTFLAGS="$(WASM_FLAGS)" cargo build --locked --offline --release $(WASM) --example keygen
	wasm-bindgen --target web --no-typescript --out-dir target/keygen \
		$${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/examples/keygen.wasm
	@node tools/bench.mjs $(if $(WRITE),--write)

.PHONY: clean
clean: ## remove what was built; installed tools stay
	rm -rf dist target

.PHONY: setup-build setup-test
setup-build:
	@tools/setup.sh build
setup-test:
	@tools/setup.sh test

# Tests must leave the checkout as they found it. Only judged when it was clean, since someone may be
# working in it.
.PHONY: tree-before tree-after
tree-before: | $(RUNS)
	@rm -f $(RUNS)/*
	@git status --porcelain >$(RUNS)/tree 2>/dev/null || echo "not a git checkout" >$(RUNS)/tree
tree-after:
	@[[ -s $(RUNS)/tree ]] || [[ -z $$(git status --porcelain) ]] || { echo "the tests changed the checkout:"; git status --short; exit 1; }

.PHONY: summary
summary:
	@tools/summary.sh $(RUNS)

$(RUNS):
	@mkdir -p $@
