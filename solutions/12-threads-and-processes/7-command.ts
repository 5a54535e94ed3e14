import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What came of a program: either it has ended with an exit code, or a signal has ended it. */
export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs another program, as a process of its own and without a shell, and waits for its end.
 *
 * - Starts the program once, with `args` as they are in the call, letter by letter, and leaves the array as it is. The
 *   thread of the caller is not blocked meanwhile.
 * - Fulfils when the program has ended, with its exit code, whatever it is: 3 is a result, too. `signal` is null.
 * - When a signal has ended it, wherever that came from, fulfils with null as `code`, and the name of the `signal`.
 * - `stdout` and `stderr` are all that was written to each of them, unchanged, as UTF-8: however much it is, and however
 *   the bytes were cut.
 * - When the program has left another process behind that can still write there, waits for that to end, too.
 * - The program has no input: what it reads is at its end from the start.
 * - When it cannot be started, rejects with the error of `spawn`, such as that with the code `ENOENT`. When `killAfter` is
 *   less than 1 or NaN, rejects with a RangeError, and starts nothing. It never throws in the call.
 * - When `signal` is aborted, sends the program a SIGTERM, and rejects with the reason of the signal when it has ended,
 *   however it ends. When `signal` was aborted before, rejects with that reason, and starts nothing.
 * - When the program has not ended `killAfter` milliseconds after that, sends a SIGKILL. Without `killAfter`, or with
 *   `Infinity`, never does.
 * - Sets no timer but one for `killAfter`. When the returned promise settles, leaves no timer, no listener and no process.
 * - Each call has a program of its own, also when two calls get the same.
 * - All of that is so for real: with processes of Node.
 *
 * @param file the name of the program, or its path
 * @param options `killAfter` in ms: a whole number up to 2,147,483,647 (some 24 days), or `Infinity`
 */
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
    // It was not started. On Node 20, `kill()` would now end this program itself.
    if (child.pid === undefined) return;
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
    const [code, killedBy] = await once(child, 'close');
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
