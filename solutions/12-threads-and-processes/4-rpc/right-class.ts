// A class of calls in flight, and another one of what is served. The numbers are those of a list.
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

class Connection {
  readonly #worker: Worker;
  readonly #calls: ({ resolve(value: unknown): void; reject(reason: unknown): void } | null)[] = [];
  #isOver = false;
  #reason: unknown;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker
      .on('message', ([number, isDone, value]) => this.#settle(number, isDone, value))
      .on('error', (error) => this.#end(error))
      .on('exit', (code) => this.#end(new Error(`exited with code ${code}`)));
  }

  async call(name: string, given: unknown[]): Promise<unknown> {
    if (this.#isOver) throw this.#reason;
    this.#worker.postMessage([this.#calls.length, name, given]);
    return new Promise((resolve, reject) => this.#calls.push({ resolve, reject }));
  }

  #settle(number: number, how: 'done' | 'failed' | 'threw', value: unknown): void {
    const call = this.#calls[number];
    this.#calls[number] = null;
    if (how === 'done') call?.resolve(value);
    else if (how === 'threw') call?.reject(value);
    else {
      const { name, message } = value as Error;
      const error = new Error(message);
      error.name = name;
      call?.reject(error);
    }
  }

  #end(reason: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#reason = reason;
    for (const call of this.#calls) call?.reject(reason);
  }
}

class Service {
  readonly #port: Port;
  readonly #methods: Record<string, (...given: unknown[]) => unknown>;

  constructor(port: Port, methods: object) {
    this.#port = port;
    this.#methods = methods as Record<string, (...given: unknown[]) => unknown>;
  }

  async answer(number: number, name: string, given: unknown[]): Promise<void> {
    const methods = this.#methods;
    try {
      if (!Object.keys(methods).includes(name)) throw new Error(`no method ${name}`);
      this.#port.postMessage([number, 'done', await methods[name]?.(...given)]);
    } catch (error) {
      this.#fail(number, error);
    }
  }

  #fail(number: number, error: unknown): void {
    if (error instanceof Error) {
      const { name, message } = error;
      this.#port.postMessage([number, 'failed', { name, message }]);
      return;
    }
    try {
      this.#port.postMessage([number, 'threw', error]);
    } catch (notCopied) {
      this.#fail(number, notCopied);
    }
  }
}

export function connect<M>(worker: Worker): Calls<M> {
  const connection = new Connection(worker);
  const get = (_: object, name: string | symbol) => {
    if (name === 'then') return undefined;
    return (...given: unknown[]) => connection.call(String(name), given);
  };
  return new Proxy({}, { get }) as Calls<M>;
}

export function serve<M extends object>(port: Port, methods: M): void {
  const service = new Service(port, methods);
  port.on('message', (call: [number, string, unknown[]]) => void service.answer(...call));
}
