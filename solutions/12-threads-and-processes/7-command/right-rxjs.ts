// RxJS: the output is gathered until 'close', and unsubscribing cleans up.
import { spawn } from 'node:child_process';
import { firstValueFrom, Observable } from 'rxjs';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const running = (file: string, args: string[], stopped: Observable<number>) =>
  new Observable<Ending>((subscriber) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    let timer: NodeJS.Timeout | undefined;
    const subscription = stopped.subscribe((killAfter) => {
      child.kill();
      if (Number.isFinite(killAfter)) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.on('error', (error) => subscriber.error(error));
    child.on('close', (code, signal) => subscriber.next({ code, signal, ...output }));
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  });

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  if (!(killAfter >= 1)) throw new RangeError('killAfter is less than 1');
  signal?.throwIfAborted();
  const stopped = new Observable<number>((subscriber) => {
    const onAbort = () => subscriber.next(killAfter);
    signal?.addEventListener('abort', onAbort);
    return () => signal?.removeEventListener('abort', onAbort);
  });
  const ending = await firstValueFrom(running(file, args, stopped));
  signal?.throwIfAborted();
  return ending;
}
