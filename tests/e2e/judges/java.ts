// Java's keytool. Importing a certificate as the reply to a key's request is the one command of it that
// verifies a chain.
import { join } from 'node:path';
import { passphrase } from './openssl';
import { run, withFolder } from './run';
import type { CertificateSet, Member } from './set';

const store = ['-storetype', 'PKCS12', '-storepass', 'changeit'];

export async function judge(set: CertificateSet): Promise<void> {
  await verify(set, set.server);
  await verify(set, set.client);
}

export async function verify(set: CertificateSet, member: Member): Promise<void> {
  await withFolder(async (folder) => {
    const keystore = ['-keystore', join(folder, 'keystore.p12'), ...store];
    await run('keytool', ['-printcert', '-file', member.certificate]);
    await run('keytool', ['-importcert', '-noprompt', '-alias', 'root', '-file', set.authority.certificate, ...keystore]);
    await importKey(set, member, folder, keystore);
    await run('keytool', ['-importcert', '-noprompt', '-alias', 'leaf', '-file', member.certificate, ...keystore], {
      says: /Certificate reply was installed/,
    });
    // The entry now holds the leaf and its root.
    await run('keytool', ['-list', '-v', '-alias', 'leaf', ...keystore], { says: /Certificate chain length: 2/ });
  });
}

// The key comes in with a stand-in certificate: Java takes no reply that it already has.
async function importKey(set: CertificateSet, member: Member, folder: string, keystore: string[]): Promise<void> {
  const standIn = join(folder, 'stand-in.pem');
  const bag = join(folder, 'key.p12');
  const { args, env } = passphrase(set.password);
  await run('openssl', ['req', '-x509', '-key', member.key, ...args, '-subj', '/CN=stand-in', '-out', standIn], { env });
  await run(
    'openssl',
    ['pkcs12', '-export', '-inkey', member.key, ...args, '-in', standIn, '-name', 'leaf', '-passout', 'pass:changeit', '-out', bag],
    { env },
  );
  await run('keytool', [
    ...['-importkeystore', '-noprompt', '-srckeystore', bag, '-srcstoretype', 'PKCS12', '-srcstorepass', 'changeit'],
    ...['-destkeystore', keystore[1], '-deststoretype', 'PKCS12', '-deststorepass', 'changeit'],
  ]);
}
