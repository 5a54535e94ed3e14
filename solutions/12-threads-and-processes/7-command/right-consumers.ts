// `text` of `stream/consumers` reads each stream to its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

async function kill(child: ChildProcess, killAfter: number, over: AbortSignal) {
  child.kill();
  if (killAfter === Infinity) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  over.addEventListener('abort', () => clearTimeout(timer));
}

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (Number.isNaN(killAfter) || killAfter < 1) throw new RangeError('killAfter is too small');
  if (signal?.aborted) throw signal.reason;
  const over = new AbortController();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  signal?.addEventListener('abort', () => kill(child, killAfter, over.signal), {
    signal: over.signal,
  });
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
