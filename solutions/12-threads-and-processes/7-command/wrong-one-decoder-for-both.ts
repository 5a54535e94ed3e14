// One decoder for both streams.
// Fails: fulfils with all that was written, as text
// Says: The rest is in the next chunk of the same stream
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
    const [stdout, stderr]: string[][] = [[], []];
    const decoder = new TextDecoder();
    child.stdout.on('data', (chunk) => stdout?.push(decoder.decode(chunk, { stream: true })));
    child.stderr.on('data', (chunk) => stderr?.push(decoder.decode(chunk, { stream: true })));
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
    child.on('error', (error) => {
      clean();
      reject(error);
    });
    child.on('close', (code, killedBy) => {
      clean();
      if (signal?.aborted) reject(signal.reason);
      const [out, err] = [stdout, stderr].map((chunks = []) => chunks.join(''));
      resolve({ code, signal: killedBy, stdout: String(out), stderr: String(err) });
    });
  });
}
