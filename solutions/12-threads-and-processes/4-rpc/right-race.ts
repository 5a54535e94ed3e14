// Each call is a race of its answer and the end of the thread, which is one promise for all of them.
import { on, once } from 'node:events';
import type { Worker } from 'node:worker_threads';

export type Calls<M> = {
  [Name in keyof M]: M[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

interface Port {
  on<Message>(event: 'message', listener: (message: Message) => void): unknown;
  postMessage(message: unknown): void;
}

type Outcome = PromiseSettledResult<unknown> | { status: 'failed'; name: string; message: string };

export function connect<M>(worker: Worker): Calls<M> {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  // It rejects when the worker emits 'error'.
  const gone = once(worker, 'exit').then(([code]): never => {
    throw new Error(`exited with code ${code}`);
  });
  gone.catch(() => {});
  worker.on('message', ({ key, outcome }) => {
    waiting.get(key)?.(outcome);
    waiting.delete(key);
  });
  const call = async (name: string, given: unknown[]) => {
    const key = crypto.randomUUID();
    worker.postMessage({ key, name, given });
    const answer = new Promise<Outcome>((resolve) => waiting.set(key, resolve));
    const outcome = await Promise.race([answer, gone]);
    if (outcome.status === 'fulfilled') return outcome.value;
    if (outcome.status === 'rejected') throw outcome.reason;
    throw Object.assign(new Error(outcome.message), { name: outcome.name });
  };
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export async function serve<M extends object>(port: Port, methods: M): Promise<void> {
  const failed = (reason: unknown): Outcome => {
    if (!(reason instanceof Error)) return { status: 'rejected', reason };
    return { status: 'failed', name: reason.name, message: reason.message };
  };
  const outcomeOf = async (name: string, given: unknown[]): Promise<Outcome> => {
    try {
      if (!Reflect.ownKeys(methods).includes(name)) throw new Error(`no method ${name}`);
      return {
        status: 'fulfilled',
        value: await (methods as Record<string, (...given: unknown[]) => unknown>)[name]?.(
          ...given,
        ),
      };
    } catch (error) {
      return failed(error);
    }
  };
  for await (const [{ key, name, given }] of on(port as never, 'message')) {
    outcomeOf(name, given).then((outcome) => {
      try {
        port.postMessage({ key, outcome });
      } catch (error) {
        port.postMessage({ key, outcome: failed(error) });
      }
    });
  }
}
