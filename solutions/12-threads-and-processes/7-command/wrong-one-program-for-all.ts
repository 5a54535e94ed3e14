// Keeps the child in a variable of the file, so a second call stops that of the first.
// Fails: has a program, a signal and a time of its own for each call
// Says: 'run' rejected at 1057 ms; expected at 88 ms.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const start = (file: string, args: string[]) =>
  spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });

let child: ReturnType<typeof start>;

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError(`killAfter is ${killAfter}`);
  signal?.throwIfAborted();
  child = start(file, args);
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
    const [code, killedBy] = await once(child, 'close');
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
