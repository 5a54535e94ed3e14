// `execFile` collects the output. An exit code is an error to it, which has all that is needed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const start = promisify(execFile);

interface Failure extends Ending {
  code: never;
}

const isEnding = (error: Failure) => typeof error.code !== 'string';

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError('killAfter is less than 1');
  signal?.throwIfAborted();
  const running = start(file, args, { maxBuffer: Infinity });
  running.child.stdin?.end();
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    running.child.kill();
    if (killAfter < Infinity) timer = setTimeout(() => running.child.kill('SIGKILL'), killAfter);
  };
  signal?.addEventListener('abort', stop);
  try {
    const outputs = await running.catch((error: Failure) => {
      if (!isEnding(error)) throw error;
      const { code, signal: killedBy, stdout, stderr } = error;
      return { code, signal: killedBy, stdout, stderr };
    });
    signal?.throwIfAborted();
    return { code: 0, signal: null, ...outputs };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
