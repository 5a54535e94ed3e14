// Reads stdout to its end first, and then stderr.
// Fails: fulfils with all that was written, as text
// Fails: waits for what is written after the end of the program
// Says: Both streams have to be read at the same time
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
    const closed = once(child, 'close');
    closed.catch(() => {});
    const stdout = await text(child.stdout);
    const stderr = await text(child.stderr);
    const [code, killedBy] = await closed;
    if (signal?.aborted) throw signal.reason;
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    over.abort();
  }
}
