// Answers become events of an emitter, named by the number of their call; so does the end.
import { EventEmitter } from 'node:events';
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

const END = 'end';

export function connect<M>(worker: Worker): Calls<M> {
  const answers = new EventEmitter().setMaxListeners(0);
  let end: { reason: unknown } | undefined;
  let calls = 0;
  const finish = (reason: unknown) => {
    end ??= { reason };
    answers.emit(END);
  };
  worker.on('message', ({ call, settle }) => answers.emit(call, settle));
  worker.on('error', finish);
  worker.on('exit', (code) => finish(new Error(`exited with code ${code}`)));
  const ask = async (name: string, given: unknown[]) => {
    if (end) throw end.reason;
    const call = `call ${calls++}`;
    worker.postMessage({ call, name, given });
    return new Promise((resolve, reject) => {
      const fail = () => reject(end?.reason);
      answers.once(END, fail);
      answers.once(call, ({ value, reason, error }) => {
        answers.off(END, fail);
        if (value) resolve(value.it);
        else if (reason) reject(reason.it);
        else reject(Object.defineProperty(new Error(error.message), 'name', { value: error.name }));
      });
    });
  };
  return new Proxy({} as Calls<M>, {
    get: (_, name) => (name === 'then' ? null : (...given: unknown[]) => ask(String(name), given)),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  const known = new Map<string, () => unknown>(Object.entries(methods));
  port.on('message', ({ call, name, given }: { call: string; name: string; given: [] }) => {
    const method = known.get(name);
    const send = (settle: object) => port.postMessage({ call, settle });
    const fail = (it: unknown) => {
      if (it instanceof Error) send({ error: { name: it.name, message: it.message } });
      else send({ reason: { it } });
    };
    new Promise((resolve) => {
      if (!method) throw new Error(`no method ${name}`);
      resolve(method.apply(methods, given));
    })
      .then((it) => send({ value: { it } }))
      .catch(fail)
      .catch(fail);
  });
}
