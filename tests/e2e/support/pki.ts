// A small authority made by OpenSSL: a root, an intermediate, a server's certificate, and what goes with them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../judges/run';

const EXTENSIONS = `
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:www.own.test,IP:192.0.2.7
[nameless]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
authorityKeyIdentifier = keyid
`;

/** Runs OpenSSL in a folder. */
export const openssl = (folder: string, line: string) => run('openssl', line.split(' '), { cwd: folder });

/** Writes root.pem, middle.pem, leaf.pem with .key and .csr beside each, and nameless.pem. */
export async function makeChain(folder: string): Promise<void> {
  await writeFile(join(folder, 'x.cnf'), EXTENSIONS);
  for (const name of ['root', 'middle', 'leaf']) {
    await openssl(folder, `req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.csr -subj /O=Own/CN=${name}.own.test`);
  }
  await openssl(folder, 'x509 -req -in root.csr -signkey root.key -days 300 -extfile x.cnf -extensions ca -out root.pem');
  await sign(folder, 'middle', 'root', 'ca', 200);
  await sign(folder, 'leaf', 'middle', 'server', 100);
  await sign(folder, 'leaf', 'middle', 'nameless', 100, 'nameless');
}

/** Has one of them sign a request. */
export async function sign(folder: string, name: string, issuer: string, section: string, days: number, out = name): Promise<void> {
  await openssl(folder, `x509 -req -in ${name}.csr -CA ${issuer}.pem -CAkey ${issuer}.key -CAcreateserial -days ${days} -extfile x.cnf -extensions ${section} -out ${out}.pem`);
}

/** An extension's value as OpenSSL prints it, without its name. */
export async function keyIdentifier(folder: string, name: string, extension: string): Promise<string> {
  const text = await openssl(folder, `x509 -in ${name}.pem -noout -ext ${extension}`);
  return text.split('\n')[1].replace(/[^0-9A-F]/g, '');
}
