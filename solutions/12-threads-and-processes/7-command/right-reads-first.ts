// Reads both outputs to their ends first, and listens for 'close' afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

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
  const { signal: stop, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError('killAfter');
  stop?.throwIfAborted();
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let timer: NodeJS.Timeout | undefined;
  const ask = () => {
    child.kill();
    if (killAfter < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  stop?.addEventListener('abort', ask);
  const failure = new Promise<never>((_, reject) => child.on('error', reject));
  const ending = async (): Promise<Ending> => {
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code, signal] = await once(child, 'close');
    stop?.throwIfAborted();
    return { code, signal, stdout, stderr };
  };
  try {
    return await Promise.race([failure, ending()]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', ask);
  }
}
