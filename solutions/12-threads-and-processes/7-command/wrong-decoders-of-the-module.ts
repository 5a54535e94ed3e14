// Has one decoder for each stream, for all calls. (A letter that one program has not completed takes the bytes of another one.)
// Fails: has a program, a signal and a time of its own for each call
// Says: Each call starts its own program
import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

const decoders = [new StringDecoder(), new StringDecoder()] as const;

import { once } from 'node:events';

/** What came of a program: either it has ended with an exit code, or a signal has ended it. */
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
  if (!(killAfter >= 1)) throw new RangeError(`killAfter is ${killAfter}`);
  signal?.throwIfAborted();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    if (killAfter !== Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  signal?.addEventListener('abort', stop);
  let stdout = '';
  let stderr = '';
  // A decoder for each stream keeps the bytes of a letter that is not complete yet.
  child.stdout.on('data', (data) => {
    stdout += decoders[0].write(data);
  });
  child.stderr.on('data', (data) => {
    stderr += decoders[1].write(data);
  });
  try {
    // Not 'exit': after that, more may come. It rejects at an 'error', so also when there is no such program.
    const [code, killedBy] = await once(child, 'close');
    signal?.throwIfAborted();
    return { code, signal: killedBy, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
