// What `make bench` runs: the measures that this project has promised to keep.
import { report as reportSizes } from './sizes.mjs';
import { report as reportSpeed } from './speed.mjs';

const small = reportSizes();
console.log();
const fast = await reportSpeed();
if (!small || !fast) process.exitCode = 1;
