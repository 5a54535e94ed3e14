// tinyexec. Its output is by whole letters only once the streams decode; its signal leaves a listener, so `kill` it is.
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
  const running = x(file, args, { nodeOptions: { stdio: ['ignore', 'pipe', 'pipe'] } });
  running.process?.stdout?.setEncoding('utf8');
  running.process?.stderr?.setEncoding('utf8');
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    running.kill();
    if (killAfter < Infinity) timer = setTimeout(() => running.kill('SIGKILL'), killAfter);
  };
  signal?.addEventListener('abort', stop);
  try {
    const { stdout, stderr } = await running;
    signal?.throwIfAborted();
    return { code: running.exitCode ?? null, signal: running.signalCode, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
