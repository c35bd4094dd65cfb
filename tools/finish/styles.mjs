// Prunes PatternFly's stylesheet (1.8 MB) to what the page can use, and adds the page's own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import parseSelector from 'postcss-selector-parser';

// Classes and ids whose names appear nowhere whole, since the program puts them together at run time.
// This is the place to add one when a style is missing in the built page but not in PatternFly's docs.
const SAFELIST = [
  'pf-v6-theme-dark', // set by the theme switch
];

// Modifiers stay wherever their component does. Many are put together from parts or so short that the
// compiler keeps them inside its instructions, out of sight; all of them cost 4 KB compressed.
const MODIFIER = /^pf-m-/;

// PatternFly's icon fonts are not shipped: without their font such a glyph is an empty box.
const ICON_FONTS = /^(fa[bdlrs]?|fa-.*|pf-v6-pficon.*)$/;

const require = createRequire(import.meta.url);
const sheets = ['patternfly.css', 'patternfly-addons.css'].map((name) =>
  readFileSync(require.resolve(`@patternfly/patternfly/${name}`), 'utf8'),
);

// own: the page's own sheet. mentions: buffers in which a class must be named to be kept. The compiler
// runs strings together without a mark between them, so each name is looked up in the bytes, instead of
// cutting the bytes into names.
export async function stylesheet({ own, mentions }) {
  const sheet = postcss.parse([...sheets, own].join('\n').replaceAll('@charset "UTF-8";', ''));
  const mentioned = remember((name) => mentions.some((bytes) => bytes.includes(name)));
  sheet.walkAtRules('font-face', (rule) => rule.remove());
  dropUnusedRules(sheet, mentioned);
  dropUnusedProperties(sheet, mentioned);
  dropUnusedKeyframes(sheet);
  const { code } = transform({ filename: 'page.css', code: Buffer.from(sheet.toString()), minify: true });
  return code.toString();
}

function dropUnusedRules(sheet, mentioned) {
  const known = (name) => !ICON_FONTS.test(name) && (MODIFIER.test(name) || SAFELIST.includes(name) || mentioned(name));
  // Whether an element of the page may match, as far as classes and ids tell.
  const possible = (selector) =>
    selector.nodes.every((node) => {
      if (node.type === 'class' || node.type === 'id') return known(node.value);
      if (node.type !== 'pseudo' || node.value === ':not' || node.nodes.length === 0) return true;
      return node.nodes.some(possible); // :is(), :where(), :has()
    });
  sheet.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && rule.parent.name.endsWith('keyframes')) return;
    const kept = parseSelector().astSync(rule.selector).nodes.filter(possible);
    if (kept.length === 0) removeWithEmptyParents(rule);
    else rule.selector = kept.join(',');
  });
}

// Dropping one custom property may free those that its value named: repeat until nothing changes.
function dropUnusedProperties(sheet, mentioned) {
  for (;;) {
    const read = new Set();
    sheet.walkDecls(({ value }) => {
      for (const [, name] of value.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name);
    });
    let dropped = false;
    sheet.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop) || mentioned(declaration.prop)) return;
      dropped = true;
      removeWithEmptyParents(declaration);
    });
    if (!dropped) return;
  }
}

function dropUnusedKeyframes(sheet) {
  const values = [];
  sheet.walkDecls(/^--|animation/, ({ value }) => void values.push(value));
  sheet.walkAtRules(/keyframes$/, (rule) => {
    if (!values.some((value) => value.includes(rule.params))) rule.remove();
  });
}

function removeWithEmptyParents(node) {
  const { parent } = node;
  node.remove();
  if (parent.type !== 'root' && parent.nodes.length === 0) removeWithEmptyParents(parent);
}

function remember(question) {
  const answers = new Map();
  return (name) => {
    if (!answers.has(name)) answers.set(name, question(name));
    return answers.get(name);
  };
}
