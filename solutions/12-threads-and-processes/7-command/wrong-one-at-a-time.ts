// Runs one program at a time.
// Fails: starts the program once, with its arguments as they are, and is not blocked meanwhile
// Fails: has a program, a signal and a time of its own for each call
// Says: Just after the call, the caller changes the list
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

let before: Promise<unknown> = Promise.resolve();

export function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const next = before.then(() => start(file, [...args], options));
  before = next.catch(() => {});
  return next;
}

async function start(
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
    const [code, killedBy] = await once(child, 'close');
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
