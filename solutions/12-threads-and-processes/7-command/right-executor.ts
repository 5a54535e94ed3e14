// One promise by hand. The input is a pipe that it closes immediately.
import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

class Text {
  readonly #decoder = new StringDecoder('utf8');
  #text = '';

  add(bytes: Buffer): void {
    this.#text += this.#decoder.write(bytes);
  }

  end(): string {
    return this.#text + this.#decoder.end();
  }
}

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter } = options;
  if (killAfter !== undefined && !(killAfter >= 1)) throw new RangeError(`${killAfter} ms`);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const child = spawn(file, args);
    child.stdin.end();
    const [stdout, stderr] = [new Text(), new Text()];
    child.stdout.on('data', (bytes) => stdout.add(bytes));
    child.stderr.on('data', (bytes) => stderr.add(bytes));
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      child.kill();
      if (killAfter !== undefined && killAfter !== Infinity)
        timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    };
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    child.once('error', (error) => {
      clean();
      reject(error);
    });
    child.once('close', (code, killedBy) => {
      clean();
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code, signal: killedBy, stdout: stdout.end(), stderr: stderr.end() });
    });
  });
}
