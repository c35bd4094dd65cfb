import { createHash } from 'node:crypto';

const sha = (bits, content, as) => createHash(`sha${bits}`).update(content).digest(as);

// For file names: 64 bits tell versions apart.
export const contentHash = (content) => sha(256, content, 'hex').slice(0, 16);

// For `integrity` attributes and the policy's hashes.
export const integrity = (content, bits = 384) => `sha${bits}-${sha(bits, content, 'base64')}`;
