// Runs it with `spawnSync`, which blocks the thread.
// Fails: starts the program once, with its arguments as they are, and is not blocked meanwhile
// Fails: fulfils with the exit code when the program has ended, whatever it is
// Fails: fulfils with the name of the signal that has ended it
// Fails: fulfils with all that was written, as text
// Fails: waits for what is written after the end of the program
// Fails: starts the program without input
// Fails: rejects when the program cannot be started, or when `killAfter` makes no sense
// Fails: sends SIGTERM when its signal is aborted, and rejects when the program has ended
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Fails: leaves no timer, no listener and no process
// Fails: has a program, a signal and a time of its own for each call
// Says: 'child_process.spawnSync' blocked the thread
import { spawnSync } from 'node:child_process';

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
  signal?.throwIfAborted();
  const result = spawnSync(file, args, { encoding: 'utf8', maxBuffer: Infinity });
  if (result.error) throw result.error;
  signal?.throwIfAborted();
  return {
    code: result.status,
    signal: result.signal,
    stdout: result.stdout,
    stderr: result.stderr,
  };
}
