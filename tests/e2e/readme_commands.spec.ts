// Who unpacks the archive, opens README.txt and copies its commands into a shell gets what it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attempt, environment, withFolder, type Outcome } from './judges/run';
import { QuickStart, type Filled } from './support/quick_start';
import { LANGUAGES, LOCALE } from './support/words';

const PRINTED_PORT = '8443';

const sets: Filled[] = [
  { serverNames: 'www.example.test', keyType: 'P-256' },
  { serverNames: '*.example.test', keyType: 'RSA 2048' }, // no client looks for a star
  { serverNames: '127.0.0.1 localhost', keyType: 'P-384', organization: "O'Neill & Söhne" },
  { serverNames: '::1', keyType: 'P-256' },
];

for (const language of LANGUAGES) {
  test.describe(`README.txt in ${LOCALE[language]}`, () => {
    test.use({ locale: LOCALE[language] });

    for (const filled of sets) {
      test(`its commands work for ${filled.serverNames}`, async ({ page }) => {
        const form = new QuickStart(page, language);
        await form.open();
        await form.create(filled);
        const firstCommand = await page.getByText(/^openssl verify/).innerText();
        await withFolder(async (folder) => {
          const set = (await form.unpacked(folder)).folder;
          const readme = await readFile(join(set, 'README.txt'), 'utf8');
          const fingerprint = (await form.fact('authority', 'fingerprint')).replaceAll(':', '');
          expect(readme.replace(/[:\s]/g, '')).toContain(fingerprint);

          await says(set, firstCommand, /servercert\.pem: OK\nclientcert\.pem: OK/);
          for (const verify of commands(readme, 'verify', 2)) await says(set, verify, /: OK\n/);
          await expectPairs(set, readme);
          await says(set, commands(readme, 'x509', 5).find((command) => command.endsWith('-text'))!, /X509v3 Subject Alternative Name/);
          await expectConversation(set, commands(readme, 's_server', 1)[0], commands(readme, 's_client', 1)[0]);
          await expectGoesOn(set, commands(readme, 'x509', 5).find((command) => command.includes('-req'))!);
        });
      });
    }
  });
}

// Indented lines are commands: every one, as printed.
function commands(readme: string, verb: string, count: number): string[] {
  const found = [...readme.matchAll(/^ {4}(openssl .*)$/gm)].map(([, command]) => command);
  const wanted = found.filter((command) => command.startsWith(`openssl ${verb} `));
  expect(wanted, verb).toHaveLength(count);
  return wanted;
}

function shell(folder: string, command: string): Promise<Outcome> {
  return attempt('sh', ['-c', command], { cwd: folder });
}

async function says(folder: string, command: string, words: RegExp): Promise<string> {
  const { code, stdout, stderr } = await shell(folder, command);
  expect(stdout + stderr, command).toMatch(words);
  expect(code, command).toBe(0);
  return stdout;
}

// "The two commands of a pair should print the same."
async function expectPairs(folder: string, readme: string): Promise<void> {
  const certified = commands(readme, 'x509', 5).filter((command) => command.endsWith('-pubkey'));
  const own = commands(readme, 'pkey', 3);
  const printed: string[] = [];
  for (const [index, command] of certified.entries()) {
    printed.push(await says(folder, command, /BEGIN PUBLIC KEY/));
    expect(await says(folder, own[index], /BEGIN PUBLIC KEY/)).toBe(printed[index]);
  }
  expect(new Set(printed).size).toBe(3);
}

// The two terminals. Another port, since tests run side by side.
async function expectConversation(folder: string, server: string, client: string): Promise<void> {
  const port = String(await freePort());
  const here = (command: string) => {
    expect(command).toContain(PRINTED_PORT);
    return command.replace(PRINTED_PORT, port);
  };
  const terminal = spawn('sh', ['-c', `exec ${here(server)}`], { cwd: folder, env: environment });
  let heard = '';
  terminal.stdout.on('data', (text) => (heard += text));
  terminal.stderr.on('data', (text) => (heard += text));
  try {
    await expect.poll(() => heard).toContain('ACCEPT');
    // A line typed, then Q; the pipe stays open until the line has arrived.
    const outcome = await shell(folder, `{ echo 'a line typed'; sleep 1; echo Q; } | ${here(client)}`);
    expect(outcome.stdout + outcome.stderr).toContain('Verification: OK');
    await expect.poll(() => heard).toContain('a line typed');
    // "Without -cert and -key the server turns the client away."
    const stranger = here(client).replace(/-cert \S+ -key \S+ /, '');
    expect(stranger).not.toBe(here(client));
    await shell(folder, `{ echo 'a stranger'; sleep 1; echo Q; } | ${stranger}`);
    await expect.poll(() => heard).toContain('peer did not return a certificate');
    expect(heard).not.toContain('a stranger');
  } finally {
    const ended = once(terminal, 'close');
    terminal.kill('SIGKILL');
    await ended;
  }
}

// The authority signs more with OpenSSL, and its serial numbers count on.
async function expectGoesOn(folder: string, command: string): Promise<void> {
  const before = (await readFile(join(folder, 'ca.srl'), 'utf8')).trim();
  await says(folder, command, /Certificate request self-signature ok/);
  const after = (await readFile(join(folder, 'ca.srl'), 'utf8')).trim();
  expect(BigInt(`0x${after}`)).toBe(BigInt(`0x${before}`) + 1n);
  await says(folder, 'openssl x509 -in servercert-new.pem -noout -serial', new RegExp(`serial=${after}`));
  await says(folder, 'openssl verify -x509_strict -CAfile cacert.pem -purpose sslserver servercert-new.pem', /: OK\n/);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
