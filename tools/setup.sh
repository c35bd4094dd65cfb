#!/usr/bin/env bash
# Installs what a fresh checkout lacks, pinned, once. Each need is looked at before anything is done,
# so a second run costs a moment.
#
#   tools/setup.sh build    what `make build` and `make serve` need
#   tools/setup.sh test     that, and what judges it: browser, OpenSSL, Easy-RSA, GnuTLS, NSS, Java, nginx, curl
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/versions.env
TOOLS=${CERTWRIGHT_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/certwright}
PATH=$PATH:/usr/sbin:/sbin # where Debian keeps nginx

main() {
  [[ $# -gt 0 ]] || set -- build
  for group in "$@"; do
    case $group in
      build) debian_for_build ;;
      test) debian_for_build; debian_for_test ;;
      *) fail "unknown group '$group' (known: build, test)" ;;
    esac
  done
  install_debian
  check_node
  rust_toolchain
  same_wasm_bindgen
  compiled_tool trunk trunk "$TRUNK_VERSION" --locked
  # Not --locked: the lock that this release carries names a version that is not to be had.
  compiled_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN_VERSION"
  npm_packages
}

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- Debian packages -----------------------------------------------------------------------------

packages=()

# needs <package> <command>...: wanted unless one of the commands is there
needs() {
  local package=$1 command
  shift
  for command in "$@"; do command -v "$command" >/dev/null && return; done
  packages+=("$package")
}

debian_for_build() {
  needs gcc cc
  [[ -e /usr/include/stdlib.h ]] || command -v xcrun >/dev/null || packages+=(libc6-dev)
}

debian_for_test() {
  needs chromium ${CHROME:+"$CHROME"} chromium chromium-browser google-chrome-stable google-chrome
  needs chromium-driver ${CHROMEDRIVER:+"$CHROMEDRIVER"} chromedriver chromium.chromedriver
  needs openssl openssl
  needs gnutls-bin certtool
  needs libnss3-tools certutil
  # The tests run a class from its source, which a JRE alone cannot.
  needs default-jdk-headless javac
  needs nginx-light nginx
  needs curl curl
  needs openssh-client ssh-keygen
  needs unzip unzip
  needs xxd xxd
  # Debian keeps it off the PATH.
  needs easy-rsa easyrsa /usr/share/easy-rsa/easyrsa
  needs python3 python3
  python3 -c 'import cryptography' 2>/dev/null || packages+=(python3-cryptography)
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || packages+=(ca-certificates)
  # The Chinese screenshots need glyphs.
  needs fontconfig fc-list
  [[ -n $(fc-list :lang=zh-cn family 2>/dev/null) ]] || packages+=(fonts-noto-cjk)
}

install_debian() {
  [[ ${#packages[@]} -gt 0 ]] || return 0
  local install="apt-get install -y --no-install-recommends ${packages[*]}" as_root=()
  command -v apt-get >/dev/null || fail "missing: ${packages[*]} (Debian's names). On Debian: sudo $install"
  if [[ $(id -u) -ne 0 ]]; then
    sudo -n true 2>/dev/null || fail "missing: ${packages[*]}. Please run: sudo apt-get update && sudo $install"
    as_root=(sudo -n)
  fi
  say "installing ${packages[*]}"
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $install >&2 || fail "this failed: $install"
  # Debian starts a web server that it installs; the tests only want the program.
  if [[ " ${packages[*]} " == *" nginx-light "* ]] && command -v systemctl >/dev/null; then
    "${as_root[@]}" systemctl disable --now nginx >/dev/null 2>&1 || true
  fi
}

# --- Rust ----------------------------------------------------------------------------------------

rust_toolchain() {
  command -v rustup >/dev/null || fail "missing: rustup. Please install it from https://rustup.rs, then run this again"
  local channel home
  channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
  # Said aloud, since a machine can have automatic installation switched off.
  # Not grep -q: it would hang up on rustup, which pipefail takes for a failure.
  if ! rustup toolchain list | grep "^$channel-" >/dev/null; then
    say "installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy \
      --target wasm32-unknown-unknown >&2 || fail "this failed: rustup toolchain install $channel"
  fi
  home=$(rustup run "$channel" rustc --print sysroot)
  [[ -x $home/bin/rustfmt && -x $home/bin/cargo-clippy ]] ||
    rustup component add --toolchain "$channel" rustfmt clippy >&2
  [[ -d $home/lib/rustlib/wasm32-unknown-unknown/lib ]] ||
    rustup target add --toolchain "$channel" wasm32-unknown-unknown >&2
  # trunk runs offline so that it fetches no tools by itself; so fetch the crates here.
  cargo fetch --locked --quiet || fail "this failed: cargo fetch --locked"
}

# Tool and library speak a private protocol that changes with every release.
same_wasm_bindgen() {
  local library
  library=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock)
  [[ $library == "$WASM_BINDGEN_VERSION" ]] ||
    fail "wasm-bindgen is $library in Cargo.lock, but $WASM_BINDGEN_VERSION in tools/versions.env: make them equal"
}

# compiled_tool <crate> <program> <version> [cargo install's options]
compiled_tool() {
  local crate=$1 program=$2 version=$3
  shift 3
  local home=$TOOLS/$program-$version
  [[ ! -x $home/bin/$program ]] || return 0

  say "compiling $program $version, once on this machine; this takes some minutes"
  local partial=$home.partial.$$ build=$TOOLS/build.$$
  mkdir -p "$TOOLS"
  trap "rm -rf '$partial' '$build'" EXIT # expanded now: the names are local
  # The tools run for a moment and compile for minutes, so do not optimise them much.
  CARGO_TARGET_DIR=$build CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install "$crate" --version "$version" --root "$partial" "$@" >&2 ||
    fail "this failed: cargo install $crate --version $version $*"
  # Only a finished tool gets its name.
  rm -rf "$home" "$build"
  mv "$partial" "$home"
  trap - EXIT
}

# --- Node ----------------------------------------------------------------------------------------

check_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "missing: Node.js 20 or newer with npm, from https://nodejs.org"
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' ||
    fail "Node.js 20 or newer is needed, this is $(node --version)"
}

npm_packages() {
  local stamp=node_modules/.certwright-package-lock.json
  cmp -s package-lock.json "$stamp" && return
  say "npm ci"
  # Playwright drives the browser found above; it need not bring its own.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --loglevel=error >&2 || fail "this failed: npm ci"
  cp package-lock.json "$stamp"
}

main "$@"
