// execa, told to change nothing of the output, and to reject for nothing. It has a `killAfter` of its own: 5 seconds.
import { execa } from 'execa';

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
  if (signal?.aborted) throw signal.reason;
  // It writes the reason into a text, which not every reason can become.
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  signal?.addEventListener('abort', stop);
  const start = async () =>
    execa(file, args, {
      stdin: 'ignore',
      reject: false,
      stripFinalNewline: false,
      maxBuffer: Number.MAX_SAFE_INTEGER,
      forceKillAfterDelay: killAfter === Infinity ? false : killAfter,
      cancelSignal: stopped.signal,
    });
  const { failed, cause, ...result } = await start().finally(() =>
    signal?.removeEventListener('abort', stop),
  );
  if (signal?.aborted) throw signal.reason;
  const { exitCode = null, signal: killedBy = null, stdout = '', stderr = '' } = result;
  if (failed && exitCode === null && killedBy === null) throw cause;
  return { code: exitCode, signal: killedBy, stdout, stderr };
}
