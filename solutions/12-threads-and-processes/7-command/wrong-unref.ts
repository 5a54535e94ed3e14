// Calls `unref()` on the timer, and clears it nowhere.
// Fails: leaves no timer, no listener and no process
// Says: a timeout set at 71 ms, due at 94 ms
import { spawn } from 'node:child_process';
import { once } from 'node:events';

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
  const stop = () => {
    child.kill('SIGTERM');
    if (killAfter !== Infinity) setTimeout(() => child.kill('SIGKILL'), killAfter).unref();
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
    const [code, killedBy] = await once(child, 'close');
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
