// nano-spawn starts it and waits for its end. It takes the last line end away, so the streams are read here. It starts
// the program a little later, so it gets a copy of the arguments.
import spawn from 'nano-spawn';

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
  const running = spawn(file, [...args], { stdin: 'ignore' });
  const settled = running.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const output = { stdout: '', stderr: '' };
  try {
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
      signal?.addEventListener('abort', stop);
    });
    const child = await running.nodeChildProcess;
    child.stdout?.on('data', (text) => {
      output.stdout += text;
    });
    child.stderr?.on('data', (text) => {
      output.stderr += text;
    });
    stopped.then(() => {
      child.kill();
      if (killAfter < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    await settled;
    signal?.throwIfAborted();
    return { code: child.exitCode, signal: child.signalCode, ...output };
  } catch (error) {
    throw signal?.aborted ? signal.reason : ((error as Error).cause ?? error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
