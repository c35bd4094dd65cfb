import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const binaryen = dirname(createRequire(import.meta.url).resolve('binaryen/package.json'));

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
  await promisify(execFile)(process.execPath, [join(binaryen, 'bin/wasm-opt'), file, '-o', file, level, ...features]);
}
