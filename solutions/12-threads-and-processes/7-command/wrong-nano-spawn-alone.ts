// nano-spawn as it comes. (It takes the last line end away.)
// Fails: fulfils with all that was written, as text
// Fails: sends SIGTERM when its signal is aborted, and rejects when the program has ended
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Fails: leaves no timer, no listener and no process
// Fails: has a program, a signal and a time of its own for each call
// Says: The caller gets each letter that was written, also blanks, line ends
import spawn, { SubprocessError } from 'nano-spawn';

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
  const running = spawn(file, [...args], { stdin: 'ignore', ...(signal && { signal }) });
  const result = await running.catch((error: SubprocessError) => error);
  signal?.throwIfAborted();
  const { stdout, stderr } = result;
  if (!(result instanceof SubprocessError)) return { code: 0, signal: null, stdout, stderr };
  if (result.exitCode === undefined && result.signalName === undefined) throw result.cause;
  return { code: result.exitCode ?? null, signal: result.signalName ?? null, stdout, stderr };
}
