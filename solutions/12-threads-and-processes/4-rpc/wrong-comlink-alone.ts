// comlink alone. (It knows nothing of a thread that has ended.)
// Fails: rejects all pending calls when the thread ends, and later ones immediately
// Fails: needs no more listeners for many calls than for one, and leaves nothing open
// Fails: is no thenable, and each worker has calls of its own
// Says: A thread that has ended answers nothing
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
  end.catch(() => {});
  const call = async (name: string, given: unknown[]) => remote[name]?.(...given);
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
