// Real mutual TLS on this machine: OpenSSL with OpenSSL, and nginx with curl.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { passphrase } from './openssl';
import { attempt, environment, Refused, withFolder, type Outcome } from './run';
import type { CertificateSet } from './set';

const WRONG_HOST = 'wrong.invalid';

/** The right client gets in under `host`; no client certificate or a wrong host does not. */
export async function judgeOpenssl(set: CertificateSet, host: string): Promise<void> {
  const { env } = passphrase(set.password);
  const args = ['-pass', 'env:KEY_PASSWORD']; // these two call it so
  const server = [
    ...['s_server', '-accept', '127.0.0.1:0', '-cert', set.server.certificate, '-key', set.server.key, ...args],
    ...['-CAfile', set.authority.certificate, '-Verify', '1', '-verify_return_error', '-rev'],
  ];
  await withServer('openssl', server, env, async (child, log) => {
    const port = await until(child, log, () => Number(log().match(/ACCEPT \S+:(\d+)/)?.[1]));
    const talk = (name: string, client: string[]) => sendLine(port, [...client, '-CAfile', set.authority.certificate, '-verify_hostname', name], env);
    const client = ['-cert', set.client.certificate, '-key', set.client.key, ...args];
    accepted('s_client with its certificate', await talk(host, client), log);
    refused('s_client without a certificate', await talk(host, []), log, /peer did not return a certificate/);
    refused('s_client asking for another host', await talk(WRONG_HOST, client), log, /hostname mismatch/);
  });
}

/** The same with the usual web server and the usual client. */
export async function judgeNginx(set: CertificateSet, host: string): Promise<void> {
  await withFolder(async (folder) => {
    const port = await freePort();
    const config = join(folder, 'nginx.conf');
    await writeFile(join(folder, 'password'), `${set.password ?? ''}\n`, { mode: 0o600 });
    await writeFile(config, nginxConfig(set, folder, port));
    await withServer('nginx', ['-p', folder, '-c', config], {}, async (child, log) => {
      await until(child, log, () => answers(port));
      const get = (name: string, client: string[]) => curl(set, name, port, client);
      const client = ['--cert', set.client.certificate, '--key', set.client.key, ...(set.password === undefined ? [] : ['--pass', set.password])];
      accepted('curl with its certificate', await get(host, client), log);
      refused('curl without a certificate', await get(host, []), log, /^refused\n400/);
      refused('curl asking for another host', await get(WRONG_HOST, client), log, /\(60\) SSL: no alternative certificate subject name/);
    });
  });
}

interface Talk extends Outcome {
  /** the server's answer came */
  answered: boolean;
}

function accepted(what: string, talk: Talk, log: () => string): void {
  if (!talk.answered) throw new Refused(`${what} was refused\n${talk.stdout}${talk.stderr}\nserver: ${log()}`);
}

// Failing is not enough: it must be for this reason.
function refused(what: string, talk: Talk, log: () => string, because: RegExp): void {
  const said = `${talk.stdout}${talk.stderr}\nserver: ${log()}`;
  if (talk.answered) throw new Refused(`${what} was accepted\n${said}`);
  if (!because.test(said)) throw new Refused(`${what} failed, but not as it should\n${said}`);
}

// With TLS 1.3 a client learns only after its handshake that the server refused it, so the proof of
// being let in is an answer: the server sends each line back, reversed.
async function sendLine(port: number, client: string[], env: Record<string, string>): Promise<Talk> {
  const args = ['s_client', '-connect', `127.0.0.1:${port}`, '-brief', '-verify_return_error', '-no-CApath', '-no-CAstore', ...client];
  let talk: Talk = { code: null, stdout: '', stderr: '', answered: false };
  await withServer('openssl', args, env, async (child, log) => {
    child.stdin?.write('certwright\n');
    const answered = () => log().includes('thgirwtrec');
    const ended = () => child.exitCode !== null;
    for (let waited = 0; waited < 10_000 && !answered() && !ended(); waited += 20) await pause(20);
    talk = { code: child.exitCode, stdout: log(), stderr: '', answered: answered() };
  });
  return talk;
}

async function curl(set: CertificateSet, name: string, port: number, client: string[]): Promise<Talk> {
  const outcome = await attempt('curl', [
    ...['--silent', '--show-error', '--max-time', '10', '--noproxy', '*', '--write-out', '%{http_code}'],
    ...['--cacert', set.authority.certificate, '--capath', '/nonexistent', '--resolve', `${name}:${port}:127.0.0.1`],
    ...[...client, `https://${name}:${port}/`],
  ]);
  return { ...outcome, answered: outcome.stdout === 'hello from nginx\n200' };
}

const nginxConfig = (set: CertificateSet, folder: string, port: number) => `
  daemon off;
  master_process off;
  error_log stderr;
  pid ${folder}/nginx.pid;
  events {}
  http {
    access_log off;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    server {
      listen 127.0.0.1:${port} ssl;
      ssl_certificate ${set.fullchain};
      ssl_certificate_key ${set.server.key};
      ssl_password_file ${folder}/password;
      ssl_client_certificate ${set.authority.certificate};
      ssl_verify_client on;
      error_page 400 495 496 =400 /refused;
      location = /refused { internal; return 400 "refused\\n"; }
      location / { return 200 "hello from nginx\\n"; }
    }
  }
`;

// Runs a program beside `work` and ends it, by its own id, whatever happens.
async function withServer(
  program: string,
  args: string[],
  env: Record<string, string>,
  work: (child: ChildProcess, log: () => string) => Promise<void>,
): Promise<void> {
  const child = spawn(program, args, { env: { ...environment, ...env } });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  closed.catch(() => {});
  try {
    await once(child, 'spawn');
    await work(child, () => said);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
    if (child.pid !== undefined) await closed;
  }
}

async function until<T>(child: ChildProcess, log: () => string, ready: () => T | Promise<T>): Promise<T> {
  for (let waited = 0; waited < 10_000 && child.exitCode === null; waited += 20) {
    const answer = await ready();
    if (answer) return answer;
    await pause(20);
  }
  throw new Refused(`${child.spawnargs.join(' ')}\ndid not start\n${log()}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
