// How the judges call other programs: always bounded in time, always with what the program said.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  cwd?: string;
  input?: string;
  env?: Record<string, string>;
  timeout?: number;
}

// Debian keeps nginx where only root's PATH looks; translated messages could not be compared.
export const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, LC_ALL: 'C.UTF-8' };

export class Refused extends Error {}

/** Runs a program to its end; `code` is null when it had to be stopped. */
export function attempt(program: string, args: string[], options: Options = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...environment, ...options.env },
      timeout: options.timeout ?? 20_000,
      killSignal: 'SIGKILL',
    });
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (text) => (outcome.stdout += text));
    child.stderr.on('data', (text) => (outcome.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
    child.stdin.on('error', () => {}); // it may end without reading
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a program that must succeed and, if given, say so; not every tool's exit code tells. */
export async function run(program: string, args: string[], options: Options & { says?: RegExp } = {}): Promise<string> {
  const { code, stdout, stderr } = await attempt(program, args, options);
  if (code !== 0 || (options.says && !options.says.test(stdout + stderr))) {
    const end = code === null ? 'was stopped' : `ended with ${code}`;
    throw new Refused(`${program} ${args.join(' ')}\n${end}\n${stdout}${stderr}`);
  }
  return stdout;
}

/** A folder for the length of `work`. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'certwright-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
