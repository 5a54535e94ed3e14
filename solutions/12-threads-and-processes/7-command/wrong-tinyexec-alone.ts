// tinyexec as it comes. (It makes a text of each chunk by itself.)
// Fails: fulfils with all that was written, as text
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Fails: leaves no timer, no listener and no process
// Fails: has a program, a signal and a time of its own for each call
// Says: a chunk may end between them
import { x } from 'tinyexec';

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
  if (!(killAfter >= 1)) throw new RangeError('killAfter is less than 1');
  signal?.throwIfAborted();
  const running = x(file, args, { stdin: '', ...(signal && { signal }) });
  const { stdout, stderr } = await running;
  signal?.throwIfAborted();
  return { code: running.exitCode ?? null, signal: running.signalCode, stdout, stderr };
}
