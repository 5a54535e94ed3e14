// Starts the program in the next iteration of the event loop.
// Fails: starts the program once, with its arguments as they are, and is not blocked meanwhile
// Fails: leaves no timer, no listener and no process
// Says: Just after the call, the caller changes the list
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
  await new Promise((resolve) => setImmediate(resolve));
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
