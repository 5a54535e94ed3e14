// Makes a promise that rejects when the thread ends, also when no call handles it.
// Fails: rejects all pending calls when the thread ends, and later ones immediately
// Says: Attach a handler before the promise rejects
import type { Worker } from 'node:worker_threads';
import comlink, { type Endpoint } from 'comlink';
import nodeEndpoint, { type NodeEndpoint } from 'comlink/dist/umd/node-adapter.js';

export type Calls<M> = {
  [Name in keyof M]: M[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

interface Port {
  on<Message>(event: 'message', listener: (message: Message) => void): unknown;
  postMessage(message: unknown): void;
}

type Methods = Record<string, (...given: unknown[]) => Promise<unknown>>;

const endpointOf = (port: unknown): Endpoint =>
  (nodeEndpoint as unknown as (port: NodeEndpoint) => Endpoint)(port as NodeEndpoint);

export function connect<M>(worker: Worker): Calls<M> {
  const remote = comlink.wrap(endpointOf(worker)) as unknown as Methods;
  const end = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`exited with code ${code}`)));
  });
  const call = async (name: string, given: unknown[]) =>
    Promise.race([end, remote[name]?.(...given)]);
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  const known = new Proxy(methods, {
    get(_, name, self) {
      if (Object.hasOwn(methods, name)) return Reflect.get(methods, name, self);
      return () => {
        throw new Error(`no method ${String(name)}`);
      };
    },
  });
  comlink.expose(known, endpointOf(port));
}
