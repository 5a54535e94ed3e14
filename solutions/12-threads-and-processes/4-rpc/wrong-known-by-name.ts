// Takes the name of the method for the name of the call. (A method may be called again before it has ended.)
// Fails: fulfils each call with the answer of its own method, when that has ended
// Fails: calls the methods in order, with copies of the arguments as they are in the call
// Fails: rejects all pending calls when the thread ends, and later ones immediately
// Fails: needs no more listeners for many calls than for one, and leaves nothing open
// Fails: is no thenable, and each worker has calls of its own
// Says: What in an answer says which call it belongs to?
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
  name: string;
  given: unknown[];
}

interface Answer {
  name: string;
  fulfilled?: [value: unknown];
  rejected?: [reason: unknown];
  failed?: { name: string; message: string };
}

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export function connect<M>(worker: Worker): Calls<M> {
  const pending = new Map<string, Pending>();
  let end: [reason: unknown] | undefined;
  const endWith = (reason: unknown) => {
    end ??= [reason];
    for (const { reject } of pending.values()) reject(end[0]);
    pending.clear();
  };
  worker.on('message', ({ name, fulfilled, rejected, failed }: Answer) => {
    const call = pending.get(name);
    pending.delete(name);
    if (fulfilled) call?.resolve(fulfilled[0]);
    else if (rejected) call?.reject(rejected[0]);
    else call?.reject(Object.assign(new Error(failed?.message), failed));
  });
  worker.on('error', endWith);
  worker.on('exit', (code) => endWith(new Error(`exited with code ${code}`)));
  const call = (name: string, given: unknown[]) =>
    new Promise((resolve, reject) => {
      if (end) throw end[0];
      worker.postMessage({ name, given });
      pending.set(name, { resolve, reject });
    });
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  port.on('message', async ({ name, given }: Call) => {
    const fail = (error: unknown) => {
      if (!(error instanceof Error)) return port.postMessage({ name, rejected: [error] });
      port.postMessage({ name, failed: { name: error.name, message: error.message } });
    };
    try {
      if (!Object.hasOwn(methods, name)) throw new Error(`no method ${name}`);
      const called = methods as Record<string, (...given: unknown[]) => unknown>;
      port.postMessage({ name, fulfilled: [await called[name]?.(...given)] });
    } catch (error) {
      try {
        fail(error);
      } catch (notCopied) {
        fail(notCopied);
      }
    }
  });
}
