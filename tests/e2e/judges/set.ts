// The files of one certificate set, as its ZIP holds them.
import { join } from 'node:path';

export interface Member {
  certificate: string;
  key: string;
  request: string;
}

export interface CertificateSet {
  folder: string;
  /** of the private keys, if they are encrypted */
  password?: string;
  authority: Member;
  server: Member;
  client: Member;
  fullchain: string;
}

export function certificateSet(folder: string, password?: string): CertificateSet {
  const member = (certificate: string, key: string, request: string): Member => ({
    certificate: join(folder, certificate),
    key: join(folder, key),
    request: join(folder, request),
  });
  return {
    folder,
    password,
    authority: member('cacert.pem', 'cakey.pem', 'ca.csr'),
    server: member('servercert.pem', 'key.pem', 'server.csr'),
    client: member('clientcert.pem', 'clientkey.pem', 'client.csr'),
    fullchain: join(folder, 'fullchain.pem'),
  };
}
