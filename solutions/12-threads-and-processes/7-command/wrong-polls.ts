// Asks every 5 ms whether the program has ended.
// Fails: leaves no timer, no listener and no process
// Says: a timeout set at 270 ms, due at 275 ms
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError(`killAfter is ${killAfter}`);
  signal?.throwIfAborted();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    if (killAfter !== Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  signal?.addEventListener('abort', stop);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  try {
    let isClosed = false;
    child.on('error', () => {});
    const failed = once(child, 'close').then(() => {
      isClosed = true;
    });
    while (!isClosed) await Promise.race([failed, sleep(5)]);
    const { exitCode: code, signalCode: killedBy } = child;
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
