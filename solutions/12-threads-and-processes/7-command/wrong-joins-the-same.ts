// Gives two calls with the same file and arguments one program.
// Fails: has a program, a signal and a time of its own for each call
// Says: 'convert' was started at 101 ms, just when 'convert' had ended; expected at 0 ms.
import { spawn } from 'node:child_process';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const inFlight = new Map<string, Promise<Ending>>();

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const key = JSON.stringify([file, args]);
  const joined = inFlight.get(key) ?? start(file, args, options);
  inFlight.set(key, joined);
  return joined.finally(() => inFlight.delete(key));
}

async function start(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError('killAfter is less than 1');
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args);
    child.stdin.end();
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk) => stdout?.push(chunk));
    child.stderr.on('data', (chunk) => stderr?.push(chunk));
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill();
      if (killAfter < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    };
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    child.on('error', (error) => {
      clean();
      reject(error);
    });
    child.on('close', (code, killedBy) => {
      clean();
      if (signal?.aborted) reject(signal.reason);
      const [out, err] = [stdout, stderr].map((chunks = []) => Buffer.concat(chunks).toString());
      resolve({ code, signal: killedBy, stdout: String(out), stderr: String(err) });
    });
  });
}
