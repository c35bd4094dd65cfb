// What was measured, as text for a terminal that is Markdown too.
import { line, mean, median, ratioOfMeans } from './statistics.mjs';
import { VARIANTS, WEB_CRYPTO } from './variants.mjs';

// An interval from fewer runs would say more than is known.
const ENOUGH_RUNS = 5;

// `runs`: by the variant's name what page.js told of each key.
export function sizeTables({ bits, runs }) {
  const measured = VARIANTS.filter(({ name }) => runs[name]);
  const tables = [`### RSA ${bits}`, times(measured, runs)];
  const fitted = measured.filter(({ name, ours }) => ours && runs[name].length >= ENOUGH_RUNS);
  if (fitted.length) {
    tables.push(
      'Secondary, with the luck of the search taken out: time = fixed + tests × each, fitted to the runs, then taken at the expected number of tests.',
      atExpectedTests(fitted, runs),
    );
  }
  return tables.join('\n\n');
}

function times(variants, runs) {
  const header = ['', 'runs', 'mean, ms', 'median, ms', 'mean to WebCrypto\'s (95 %)', 'tests, mean (expected)', 'whole time / tests, ms'];
  const rows = variants.map(({ name, title, ours, oneThread }) => {
    const took = durations(runs[name]);
    return [
      title,
      took.length,
      milliseconds(mean(took)),
      milliseconds(median(took)),
      toWebCrypto(name, runs),
      ours ? `${mean(tests(runs[name])).toFixed(0)} (${runs[name][0].expected})` : '',
      oneThread ? (mean(took) / mean(tests(runs[name]))).toFixed(2) : '',
    ];
  });
  return table(header, rows);
}

function atExpectedTests(variants, runs) {
  const header = ['', 'fixed, ms', 'each, ms', 'at the expected tests, ms', 'to WebCrypto\'s mean'];
  const rows = variants.map(({ name, title }) => {
    const { fixed, each } = line(tests(runs[name]), durations(runs[name]));
    const at = fixed + each * runs[name][0].expected;
    return [title, milliseconds(fixed), each.toFixed(2), milliseconds(at), (at / mean(durations(runs[WEB_CRYPTO]))).toFixed(2)];
  });
  return table(header, rows);
}

function toWebCrypto(name, runs) {
  if (!runs[WEB_CRYPTO]) return '';
  return name === WEB_CRYPTO ? '1' : ratioText(durations(runs[name]), durations(runs[WEB_CRYPTO]));
}

const durations = (runs) => runs.map(({ took }) => took);
const tests = (runs) => runs.map((run) => run.tests);
const milliseconds = (value) => value.toFixed(Math.abs(value) < 100 ? 1 : 0);

export function ratioText(ours, theirs, digits = 2) {
  const [ratio, low, high] = Object.values(ratioOfMeans(ours, theirs)).map((value) => value.toFixed(digits));
  return ours.length < ENOUGH_RUNS ? ratio : `${ratio} (${low} to ${high})`;
}

function table(header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const pad = (cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  const lines = cells.map((row) => `| ${row.map(pad).join(' | ')} |`);
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
