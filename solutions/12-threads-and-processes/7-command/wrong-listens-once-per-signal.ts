// Cleans up by a signal's listener that is added once for each signal.
// Fails: has a program, a signal and a time of its own for each call
// Says: Two of them have the same signal
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const heard = new WeakSet<AbortSignal>();

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
  if (signal && !heard.has(signal)) signal.addEventListener('abort', stop);
  if (signal) heard.add(signal);
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
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
