import { run } from './run';
import type { CertificateSet } from './set';

const PURPOSE = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };

/** GnuTLS verifies the server under each host, the client for its purpose, and reads all else. */
export async function judge(set: CertificateSet, hosts: string[]): Promise<void> {
  for (const host of hosts) await verify(set, set.server.certificate, 'server', host);
  await verify(set, set.client.certificate, 'client');
  for (const { certificate, request, key } of [set.authority, set.server, set.client]) {
    await run('certtool', ['--certificate-info', '--infile', certificate]);
    await run('certtool', ['--crq-info', '--infile', request], { says: /Self signature: verified/ });
    const password = set.password === undefined ? [] : ['--password', set.password];
    await run('certtool', ['--key-info', '--infile', key, ...password]);
  }
}

export async function verify(set: CertificateSet, certificate: string, purpose: 'server' | 'client', host?: string): Promise<void> {
  const named = host === undefined ? [] : ['--verify-hostname', host];
  await run(
    'certtool',
    ['--verify', '--load-ca-certificate', set.authority.certificate, '--verify-purpose', PURPOSE[purpose], ...named, '--infile', certificate],
    { says: /Chain verification output: Verified/ },
  );
}
