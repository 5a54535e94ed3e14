// Listens to 'close' only. (An 'error' without a listener is thrown.)
// Fails: rejects when the program cannot be started, or when `killAfter` makes no sense
// Fails: leaves no timer, no listener and no process
// Says: At 0 ms an emitter emitted 'error' (spawn no-such-program ENOENT) without a listener for 'error'
import { spawn } from 'node:child_process';

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
  return new Promise((resolve, reject) => {
    const child = spawn(file, args);
    child.stdin.end();
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on('data', (chunk) => stdout?.push(chunk));
    child.stderr.on('data', (chunk) => stderr?.push(chunk));
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill();
      if (killAfter < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    };
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    child.on('close', (code, killedBy) => {
      clean();
      if (signal?.aborted) reject(signal.reason);
      const [out, err] = [stdout, stderr].map((chunks = []) => Buffer.concat(chunks).toString());
      resolve({ code, signal: killedBy, stdout: String(out), stderr: String(err) });
    });
  });
}
