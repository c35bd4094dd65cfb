// What `make bench` runs: the measures that this project has promised to keep. With --write the keys'
// table is kept in benches/README.md.
import { report as reportKeys } from './keygen.mjs';
import { report as reportIssuing } from './issuing.mjs';
import { report as reportSizes } from './sizes.mjs';
import { report as reportSpeed } from './speed.mjs';

const small = reportSizes();
console.log();
const fast = await reportSpeed();
console.log();
const issued = await reportIssuing();
console.log();
const quick = await reportKeys({ write: process.argv.includes('--write') });
if (!small || !fast || !issued || !quick) process.exitCode = 1;
