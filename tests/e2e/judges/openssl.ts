import { attempt, Refused, run } from './run';
import type { CertificateSet, Member } from './set';

/** Everything that OpenSSL can say about a set. */
export async function judge(set: CertificateSet): Promise<void> {
  await verify(set, set.authority);
  await verify(set, set.server, 'sslserver');
  await verify(set, set.client, 'sslclient');
  for (const member of [set.authority, set.server, set.client]) {
    await verifyRequest(member.request);
    await checkKey(member, set.password);
  }
  // A server sends this file: its first certificate must be the server's.
  const first = await read(set.fullchain, 'fingerprint');
  if (first !== (await read(set.server.certificate, 'fingerprint'))) throw new Refused('fullchain.pem does not begin with the server certificate');
}

export async function verify(set: CertificateSet, member: Member, purpose?: 'sslserver' | 'sslclient'): Promise<void> {
  const asked = purpose ? ['-purpose', purpose] : [];
  // Nothing but this root: the system's own store must not help.
  await run('openssl', ['verify', '-x509_strict', ...asked, '-no-CApath', '-no-CAstore', '-CAfile', set.authority.certificate, member.certificate]);
}

/** OpenSSL 3.0 ends with 0 even if the signature is wrong, so its words count. */
export async function verifyRequest(request: string): Promise<void> {
  await run('openssl', ['req', '-verify', '-noout', '-in', request], { says: /verify OK/ });
}

/** The key is sound, opens with the password, and belongs to certificate and request. */
export async function checkKey({ key, certificate, request }: Member, password?: string): Promise<void> {
  const secret = passphrase(password);
  await run('openssl', ['pkey', '-check', '-noout', '-in', key, ...secret.args], { env: secret.env, says: /Key is valid/ });
  const own = await run('openssl', ['pkey', '-pubout', '-in', key, ...secret.args], { env: secret.env });
  const certified = await run('openssl', ['x509', '-pubkey', '-noout', '-in', certificate]);
  const requested = await run('openssl', ['req', '-pubkey', '-noout', '-in', request]);
  if (own !== certified || own !== requested) throw new Refused(`${key} does not belong to its certificate and request`);
}

/** Whether a password is needed to read the key. */
export async function isEncrypted(key: string): Promise<boolean> {
  const { code } = await attempt('openssl', ['pkey', '-noout', '-in', key, '-passin', 'pass:']);
  return code !== 0;
}

type Fact = 'fingerprint' | 'serial' | 'subject' | 'issuer' | 'startdate' | 'enddate' | 'text';

/** One fact of a certificate, in OpenSSL's own notation and without its label. */
export async function read(certificate: string, fact: Fact): Promise<string> {
  const option = fact === 'fingerprint' ? ['-fingerprint', '-sha256'] : [`-${fact}`];
  const answer = await run('openssl', ['x509', '-noout', ...option, '-nameopt', 'RFC2253,-esc_msb', '-in', certificate]);
  return fact === 'text' ? answer : answer.trim().replace(/^[^=]*=\s*/, '');
}

/** -passin through the environment: never on a command line, and no prompt when there is none. */
export function passphrase(password = ''): { args: string[]; env: Record<string, string> } {
  return { args: ['-passin', 'env:KEY_PASSWORD'], env: { KEY_PASSWORD: password } };
}
