// Closes no port after the answer.
// Fails: needs no more listeners for many calls than for one, and leaves nothing open
// Says: open MessagePort
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';

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
  reply: MessagePort;
}

type Answer = { value: unknown } | { reason: unknown } | { name: string; message: string };

export function connect<M>(worker: Worker): Calls<M> {
  const pending = new Set<(reason: unknown) => void>();
  const over: unknown[] = [];
  const end = (reason: unknown) => {
    over.push(reason);
    for (const fail of [...pending]) fail(over[0]);
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`exited with code ${code}`)));
  const call = (name: string, given: unknown[]) =>
    new Promise((resolve, reject) => {
      if (over.length > 0) return reject(over[0]);
      const { port1, port2 } = new MessageChannel();
      const close = () => {
        pending.delete(fail);
      };
      const fail = (reason: unknown) => {
        close();
        reject(reason);
      };
      pending.add(fail);
      port1.once('message', (answer: Answer) => {
        close();
        if ('value' in answer) resolve(answer.value);
        else if ('reason' in answer) reject(answer.reason);
        else reject(Object.assign(new Error(answer.message), { name: answer.name }));
      });
      try {
        worker.postMessage({ name, given, reply: port2 }, [port2]);
      } catch (error) {
        fail(error);
      }
    });
  return new Proxy({} as Calls<M>, {
    get: (_, name) =>
      name === 'then' ? undefined : (...given: unknown[]) => call(String(name), given),
  });
}

export function serve<M extends object>(port: Port, methods: M): void {
  port.on('message', ({ name, given, reply }: Call) => {
    const answer = async () => {
      const own = Object.entries(methods).find(([key]) => key === name);
      if (!own) throw new Error(`no method ${name}`);
      return own[1].apply(methods, given);
    };
    const fail = (error: unknown) =>
      reply.postMessage(
        error instanceof Error ? { name: error.name, message: error.message } : { reason: error },
      );
    answer()
      .then((value) => reply.postMessage({ value }))
      .catch(fail)
      .catch(fail);
  });
}
