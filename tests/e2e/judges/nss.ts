// Mozilla's library, in a database of its own.
import { run, withFolder } from './run';
import type { CertificateSet } from './set';

export async function judge(set: CertificateSet): Promise<void> {
  await verify(set, set.server.certificate, 'server');
  await verify(set, set.client.certificate, 'client');
}

export async function verify(set: CertificateSet, certificate: string, purpose: 'server' | 'client'): Promise<void> {
  await withFolder(async (folder) => {
    const database = ['-d', `sql:${folder}`];
    await run('certutil', ['-N', ...database, '--empty-password']);
    // C and T: trusted to vouch for servers and for clients
    await run('certutil', ['-A', ...database, '-n', 'root', '-t', 'CT,,', '-i', set.authority.certificate]);
    await run('certutil', ['-A', ...database, '-n', 'leaf', '-t', ',,', '-i', certificate]);
    const usage = { server: 'V', client: 'C' }[purpose];
    await run('certutil', ['-V', ...database, '-n', 'leaf', '-u', usage, '-e'], { says: /certificate is valid/ });
    // And once more by the newer of its two path builders.
    const number = { server: '1', client: '0' }[purpose];
    await run('vfychain', [...database, '-pp', '-u', number, '-a', certificate], { says: /Chain is good/ });
  });
}
