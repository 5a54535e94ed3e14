// Sends the value itself, and takes one with an `error` or a `reason` in it for a failure.
// Fails: fulfils each call with the answer of its own method, when that has ended
// Fails: calls the methods in order, with copies of the arguments as they are in the call
// Says: Any value may be an answer, also one that looks like a message of yours
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

type Answer = [id: number, answer: unknown];

/** An object without anything in it has neither. */
const partsOf = (answer: unknown) => Object(answer) as { error?: Error; reason?: unknown };

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
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
  worker.on('message', ([id, answer]: Answer) => {
    const call = pending.get(id);
    pending.delete(id);
    const { error } = partsOf(answer);
    if (error) call?.reject(Object.assign(new Error(error.message), error));
    else if ('reason' in partsOf(answer)) call?.reject(partsOf(answer).reason);
    else call?.resolve(answer);
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
      if (!(error instanceof Error)) return port.postMessage([id, { reason: error }]);
      port.postMessage([id, { error: { name: error.name, message: error.message } }]);
    };
    try {
      if (!Object.hasOwn(methods, name)) throw new Error(`no method ${name}`);
      const called = methods as Record<string, (...given: unknown[]) => unknown>;
      port.postMessage([id, await called[name]?.(...given)]);
    } catch (error) {
      try {
        fail(error);
      } catch (notCopied) {
        fail(notCopied);
      }
    }
  });
}
