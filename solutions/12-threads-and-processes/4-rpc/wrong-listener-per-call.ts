// Attaches listeners of its own for each call.
// Fails: needs no more listeners for many calls than for one, and leaves nothing open
// Says: One listener can serve all calls
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

export function connect<M>(worker: Worker): Calls<M> {
  let calls = 0;
  let end: [reason: unknown] | undefined;
  worker.on('error', (error) => {
    end ??= [error];
  });
  worker.on('exit', (code) => {
    end ??= [new Error(`exited with code ${code}`)];
  });
  const call = (name: string, given: unknown[]) =>
    new Promise((resolve, reject) => {
      if (end) throw end[0];
      const own = ++calls;
      worker.postMessage({ id: own, name, given });
      const settle = ({ id, fulfilled, rejected, failed }: Answer) => {
        if (id !== own) return;
        worker.off('message', settle).off('exit', gone);
        if (fulfilled) resolve(fulfilled[0]);
        else if (rejected) reject(rejected[0]);
        else reject(Object.assign(new Error(failed?.message), failed));
      };
      const gone = () => reject(end?.[0]);
      worker.on('message', settle).on('exit', gone);
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
