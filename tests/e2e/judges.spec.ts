// The judges judged: each lets good sets pass, made here by OpenSSL, and refuses bad ones.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as gnutls from './judges/gnutls';
import * as handshake from './judges/handshake';
import * as java from './judges/java';
import * as nss from './judges/nss';
import * as openssl from './judges/openssl';
import { Refused, run } from './judges/run';
import { certificateSet, type CertificateSet } from './judges/set';
import * as zip from './judges/zip';

const HOST = 'www.example.test';
const PASSWORD = 'correct horse, battery & 夹子';
const sets: Record<string, CertificateSet> = {};

test.beforeAll(async () => {
  sets.good = await make();
  sets.encrypted = await make(PASSWORD);
  sets.other = await make();
});

test.afterAll(async () => {
  for (const { folder } of Object.values(sets)) await rm(folder, { recursive: true });
});

interface Judge {
  judge: (set: CertificateSet) => Promise<void>;
  /** What it says of a set whose fault it can see; a refusal for another reason proves nothing. */
  otherAuthority: RegExp;
  wrongPassword?: RegExp;
  clientAsServer?: RegExp;
}

const judges: Record<string, Judge> = {
  openssl: {
    judge: (set) => openssl.judge(set),
    otherAuthority: /unable to get local issuer certificate/,
    wrongPassword: /bad decrypt/,
    clientAsServer: /unsuitable certificate purpose/,
  },
  gnutls: {
    judge: (set) => gnutls.judge(set, [HOST, '127.0.0.1', '::1']),
    otherAuthority: /issuer is unknown/,
    wrongPassword: /Decryption has failed/,
    clientAsServer: /does not match the intended purpose/,
  },
  nss: {
    judge: (set) => nss.judge(set), // sees no private key
    otherAuthority: /issuer is not recognized/,
    clientAsServer: /type not approved/,
  },
  java: {
    judge: (set) => java.judge(set), // keytool verifies chains, not what a certificate is for
    otherAuthority: /Failed to establish chain/,
    wrongPassword: /bad decrypt/,
  },
  's_server and s_client': {
    judge: (set) => handshake.judgeOpenssl(set, HOST),
    otherAuthority: /unable to get local issuer certificate/,
    wrongPassword: /bad decrypt/,
    clientAsServer: /unsuitable certificate purpose/,
  },
  'nginx and curl': {
    judge: (set) => handshake.judgeNginx(set, HOST),
    otherAuthority: /SSL certificate problem/,
    wrongPassword: /bad decrypt/,
    clientAsServer: /unsuitable certificate purpose/,
  },
};

for (const [name, { judge, otherAuthority, wrongPassword, clientAsServer }] of Object.entries(judges)) {
  test.describe(name, () => {
    test('accepts a good set', () => judge(sets.good));
    test('accepts encrypted keys', () => judge(sets.encrypted));

    test('refuses another authority', () => refuses(judge({ ...sets.good, authority: sets.other.authority }), otherAuthority));

    if (wrongPassword) {
      test('refuses a wrong password', () => refuses(judge({ ...sets.encrypted, password: 'wrong' }), wrongPassword));
    }

    if (clientAsServer) {
      test('refuses a client as the server', () => {
        const { client } = sets.good;
        return refuses(judge({ ...sets.good, server: client, fullchain: client.certificate }), clientAsServer);
      });
    }
  });
}

test('openssl refuses a request that was changed', async () => {
  const { request } = sets.good.server;
  const changed = join(sets.good.folder, 'changed.csr');
  const der = Buffer.from((await readFile(request, 'utf8')).replace(/-----[^-]+-----|\s/g, ''), 'base64');
  der[der.indexOf(HOST)] ^= 1;
  await writeFile(changed, `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`);
  await refuses(openssl.verifyRequest(changed), /self-signature verify failure/);
});

test("openssl refuses another's key", async () => {
  await refuses(openssl.checkKey({ ...sets.good.server, key: sets.good.client.key }), /does not belong/);
});

test('gnutls refuses another host', async () => {
  await refuses(gnutls.verify(sets.good, sets.good.server.certificate, 'server', 'wrong.invalid'), /does not match the expected/);
});

test('a handshake under a name that the certificate has not is refused', async () => {
  await refuses(handshake.judgeOpenssl(sets.good, 'other.example.test'), /hostname mismatch/);
  await refuses(handshake.judgeNginx(sets.good, 'other.example.test'), /no alternative certificate subject name/);
});

test('facts are read without their labels', async () => {
  const { certificate, key } = sets.good.server;
  expect(await openssl.read(certificate, 'subject')).toBe(`CN=${HOST},O=Testers`);
  expect(await openssl.read(certificate, 'fingerprint')).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect(await openssl.read(certificate, 'serial')).toMatch(/^[0-9A-F]+$/);
  expect(await openssl.read(certificate, 'enddate')).toMatch(/GMT$/);
  expect(await openssl.isEncrypted(key)).toBe(false);
  expect(await openssl.isEncrypted(sets.encrypted.server.key)).toBe(true);
});

test('an archive is listed with permissions and times, and a broken one refused', async () => {
  const { folder } = sets.good;
  const archive = join(folder, 'set.zip');
  const write = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    entry = zipfile.ZipInfo('key.pem', (2026, 1, 31, 12, 0, 0))
    entry.external_attr = 0o100600 << 16
    archive.writestr(entry, 'secret')
`;
  await run('python3', ['-c', write, archive]);
  expect(await zip.list(archive)).toEqual([{ name: 'key.pem', mode: 0o600, time: '2026-01-31T12:00:00', size: 6 }]);
  await zip.unpack(archive, join(folder, 'unpacked'));
  expect(await readFile(join(folder, 'unpacked/key.pem'), 'utf8')).toBe('secret');

  const broken = await readFile(archive);
  broken[broken.indexOf('secret')] ^= 1;
  await writeFile(archive, broken);
  await refuses(zip.list(archive), /AssertionError/);
  await refuses(zip.unpack(archive, join(folder, 'broken')), /bad CRC/);
});

async function refuses(judgement: Promise<unknown>, because: RegExp): Promise<void> {
  const refusal = await judgement.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refused);
  expect(String(refusal)).toMatch(because);
}

// A set as the page would make it, by OpenSSL.
async function make(password?: string): Promise<CertificateSet> {
  const set = certificateSet(await mkdtemp(join(tmpdir(), 'certwright-judges-')), password);
  const { args, env } = openssl.passphrase(password);
  const cipher = password === undefined ? [] : ['-aes256', '-pass', 'env:KEY_PASSWORD'];
  const extensions = join(set.folder, 'extensions');
  await writeFile(
    extensions,
    `
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:${HOST}, IP:127.0.0.1, IP:::1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[client]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectAltName = email:person@example.test
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`,
  );
  for (const [role, name] of [['authority', 'Test Root'], ['server', HOST], ['client', 'A Person']] as const) {
    const { key, request, certificate } = set[role];
    await run('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', ...cipher, '-out', key], { env });
    await run('openssl', ['req', '-new', '-key', key, ...args, '-subj', `/O=Testers/CN=${name}`, '-out', request], { env });
    const signer = role === 'authority' ? ['-signkey', key] : ['-CA', set.authority.certificate, '-CAkey', set.authority.key, '-CAcreateserial'];
    const out = ['-days', '2', '-sha256', '-extfile', extensions, '-extensions', role, '-out', certificate];
    await run('openssl', ['x509', '-req', '-in', request, ...signer, ...args, ...out], { env });
  }
  await writeFile(set.fullchain, (await readFile(set.server.certificate, 'utf8')) + (await readFile(set.authority.certificate, 'utf8')));
  return set;
}
