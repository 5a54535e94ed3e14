// rxjs: the answers are one stream, from which each call takes its own, until the stream of the end says something.
import type { Worker } from 'node:worker_threads';
import { filter, firstValueFrom, fromEvent, map, merge, ReplaySubject, throwError } from 'rxjs';
import { mergeMap, share } from 'rxjs/operators';

export type Calls<M> = {
  [Name in keyof M]: M[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

interface Port {
  on<Message>(event: 'message', listener: (message: Message) => void): unknown;
  postMessage(message: unknown): void;
}

interface Answer {
  id: number;
  value?: [unknown];
  reason?: [unknown];
  error?: { name: string; message: string };
}

export function connect<M>(worker: Worker): Calls<M> {
  const answers = (
    fromEvent(worker as never, 'message') as never as import('rxjs').Observable<Answer>
  ).pipe(share());
  const end = new ReplaySubject<{ reason: unknown }>(1);
  let calls = 0;
  const finish = (reason: unknown) => {
    end.next({ reason });
    end.complete();
  };
  worker.on('error', finish);
  worker.on('exit', (code) => finish(new Error(`exited with code ${code}`)));
  const call = async (name: string, given: unknown[]) => {
    const id = calls++;
    worker.postMessage({ id, name, given });
    const own = answers.pipe(
      filter((answer) => answer.id === id),
      map(({ value, reason, error }) => {
        if (value) return value[0];
        throw reason ? reason[0] : Object.assign(new Error(error?.message), error);
      }),
    );
    const over = end.pipe(mergeMap(({ reason }) => throwError(() => reason)));
    return firstValueFrom(merge(own, over));
  };
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  port.on(
    'message',
    async ({ id, name, given }: { id: number; name: string; given: unknown[] }) => {
      const fail = (error: unknown) => {
        const isError = error instanceof Error;
        const told = isError && { name: error.name, message: error.message };
        port.postMessage(told ? { id, error: told } : { id, reason: [error] });
      };
      try {
        const method = Object.getOwnPropertyDescriptor(methods, name)?.value;
        if (typeof method !== 'function') throw new Error(`no method ${name}`);
        port.postMessage({ id, value: [await method.apply(methods, given)] });
      } catch (error) {
        try {
          fail(error);
        } catch (notCopied) {
          fail(notCopied);
        }
      }
    },
  );
}
