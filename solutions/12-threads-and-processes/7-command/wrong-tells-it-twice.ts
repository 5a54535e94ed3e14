// Passes the signal to `spawn`, and sends a SIGTERM of its own at the abort. (The program gets two, and many take the second one as an order to end at once.)
// Fails: sends SIGTERM when its signal is aborted, and rejects when the program has ended
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Says: it may still start, end in its own way, or take its time
import { spawn } from 'node:child_process';

/** What came of a program: either it has ended with an exit code, or a signal has ended it. */
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
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
  child.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    if (killAfter !== Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  signal?.addEventListener('abort', stop);
  let stdout = '';
  let stderr = '';
  // A decoder for each stream keeps the bytes of a letter that is not complete yet.
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  try {
    // Not 'exit': after that, more may come. It rejects at an 'error', so also when there is no such program.
    const [code, killedBy] = await new Promise<[number, string]>((resolve, reject) => {
      child.on('error', (error) => {
        if (!signal?.aborted) reject(error);
      });
      child.on('close', (...how) => resolve(how as [number, string]));
    });
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
