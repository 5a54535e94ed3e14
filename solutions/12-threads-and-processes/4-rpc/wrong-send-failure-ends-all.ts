// Takes a call that cannot be sent for the end of the connection.
// Fails: rejects when something cannot be copied, and goes on
// Says: nothing is sent
import type { Worker } from 'node:worker_threads';

interface Call {
  id: number;
  name: string;
  given: unknown[];
}

interface Answer {
  id: number;
  fulfilled?: [value: unknown];
  rejected?: [reason: unknown];
  failed?: { name: string; message: string };
}

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export type Calls<M> = {
  [Name in keyof M]: M[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

interface Port {
  on<Message>(event: 'message', listener: (message: Message) => void): unknown;
  postMessage(message: unknown): void;
}

export function connect<M>(worker: Worker): Calls<M> {
  const pending = new Map<number, Pending>();
  let calls = 0;
  let end: [reason: unknown] | undefined;
  const endWith = (reason: unknown) => {
    end ??= [reason];
    for (const { reject } of pending.values()) reject(end[0]);
    pending.clear();
  };
  worker.on('message', ({ id, fulfilled, rejected, failed }: Answer) => {
    const call = pending.get(id);
    pending.delete(id);
    if (fulfilled) call?.resolve(fulfilled[0]);
    else if (rejected) call?.reject(rejected[0]);
    else call?.reject(Object.assign(new Error(failed?.message), failed));
  });
  worker.on('error', endWith);
  worker.on('exit', (code) => endWith(new Error(`exited with code ${code}`)));
  const call = (name: string, given: unknown[]) =>
    new Promise((resolve, reject) => {
      if (end) throw end[0];
      const id = ++calls;
      try {
        worker.postMessage({ id, name, given });
      } catch (notCopied) {
        endWith(notCopied);
        throw notCopied;
      }
      pending.set(id, { resolve, reject });
    });
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  port.on('message', async ({ id, name, given }: Call) => {
    const fail = (error: unknown) => {
      if (!(error instanceof Error)) return port.postMessage({ id, rejected: [error] });
      port.postMessage({ id, failed: { name: error.name, message: error.message } });
    };
    try {
      if (!Object.hasOwn(methods, name)) throw new Error(`no method ${name}`);
      const called = methods as Record<string, (...given: unknown[]) => unknown>;
      port.postMessage({ id, fulfilled: [await called[name]?.(...given)] });
    } catch (error) {
      try {
        fail(error);
      } catch (notCopied) {
        fail(notCopied);
      }
    }
  });
}
