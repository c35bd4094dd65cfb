import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import binaryen from 'binaryen';

const home = dirname(createRequire(import.meta.url).resolve('binaryen/package.json'));

// What rustc 1.95 uses without being asked, and wasm-bindgen's reference types. Anything further that
// a build turns on (SIMD, say) is named in the module's own target_features section.
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'call-indirect-overlong',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((name) => `--enable-${name}`);

export async function optimise(file, level) {
  await promisify(execFile)(process.execPath, [join(home, 'bin/wasm-opt'), file, '-o', file, level, ...features]);
}

// A module with a single instruction that a browser lacks cannot be loaded there at all. So the build
// fails if one crept into a program that is to run where these features are missing.
export function requireNone(file, ...features) {
  const module = binaryen.readBinary(readFileSync(file));
  const without = features.reduce((left, feature) => left & ~binaryen.Features[feature], binaryen.Features.All);
  module.setFeatures(without);
  if (!module.validate()) throw new Error(`${file} must do without ${features.join(' and ')}`);
  module.dispose();
}
