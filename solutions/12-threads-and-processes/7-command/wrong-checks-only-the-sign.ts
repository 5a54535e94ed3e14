// Checks only for numbers below 0. (NaN is not below 0.)
// Fails: rejects when the program cannot be started, or when `killAfter` makes no sense
// Says: setTimeout takes such a number for 1 ms
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

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
  if (killAfter < 0) throw new RangeError('killAfter is too small');
  if (signal?.aborted) throw signal.reason;
  const over = new AbortController();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill();
    if (killAfter === Infinity) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
  };
  signal?.addEventListener('abort', stop, { signal: over.signal });
  try {
    const [[code, killedBy], stdout, stderr] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    if (signal?.aborted) throw signal.reason;
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    over.abort();
  }
}
