// Keeps what was thrown in a variable, and takes it from there. (In a thread, each variable of the file is another one.)
// Fails: rejects with the name and the message of the error of its method
// Fails: rejects when there is no such method
// Fails: rejects when something cannot be copied, and goes on
// Says: a thread has its own copy of each one
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

const thrown = new Map<string, unknown>();

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
    else call?.reject(thrown.get(failed?.message ?? ''));
  });
  worker.on('error', endWith);
  worker.on('exit', (code) => endWith(new Error(`exited with code ${code}`)));
  const call = (name: string, given: unknown[]) =>
    new Promise((resolve, reject) => {
      if (end) throw end[0];
      const id = ++calls;
      worker.postMessage({ id, name, given });
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
      thrown.set(error.message, error);
      port.postMessage({ id, failed: { name: '', message: error.message } });
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
