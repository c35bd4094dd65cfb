import { integrity } from './digest.mjs';

// The page may use its own files and nothing else; a <meta>, so that it holds on any static host.
export function policy(html, css) {
  const rules = {
    'default-src': "'none'",
    'script-src': `'self' 'wasm-unsafe-eval' ${quoted(startScript(html))}`,
    'style-src': "'self'",
    // data: is the icon in the browser's tab, see finish.mjs.
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'certwright',
  };
  refuseInline(html, css);
  const content = Object.entries(rules).map((rule) => rule.join(' ')).join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

const quoted = (script) => `'${integrity(script, 256)}'`;

// trunk's start script is the only one that may stand in the page.
function startScript(html) {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  if (inline.length !== 1) throw new Error(`expected trunk's start script alone, found ${inline.length} inline scripts`);
  return inline[0][1];
}

function refuseInline(html, css) {
  const bad = html.match(/<style[\s>]|<[a-z][^>]*\s(?:style|on[a-z]+)=|javascript:|(?:src|href)="(?:https?:)?\/\/[^"]*/i);
  if (bad) throw new Error(`index.html has what the policy forbids: ${bad[0]}`);
  const remote = css.match(/url\(["']?(?!data:|#)[^)]*\)|@import[^;]*/);
  if (remote) throw new Error(`the stylesheet loads a file: ${remote[0]}`);
}
