// Waits one more millisecond when all has ended.
// Fails: fulfils with the exit code when the program has ended, whatever it is
// Fails: fulfils with the name of the signal that has ended it
// Fails: waits for what is written after the end of the program
// Fails: sends SIGTERM when its signal is aborted, and rejects when the program has ended
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Fails: leaves no timer, no listener and no process
// Fails: has a program, a signal and a time of its own for each call
// Says: A timer of 1 ms was set at 97 ms, and fired at 98 ms
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
  if (!(killAfter >= 1)) throw new RangeError('killAfter is too small');
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
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (signal?.aborted) throw signal.reason;
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    over.abort();
  }
}
