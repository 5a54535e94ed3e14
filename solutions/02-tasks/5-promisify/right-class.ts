// An object for each call, with a method that is the callback, and an object for each wait.
import type { EventEmitter } from 'node:events';

class Answer {
  readonly promise: Promise<unknown[]>;
  resolve: (results: unknown[]) => void = () => {};
  reject: (error: unknown) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      Object.assign(this, { resolve, reject });
    });
  }

  take(error?: unknown, ...results: unknown[]) {
    if (error) this.reject(error);
    else this.resolve(results);
  }
}

export function promisify(f: (...args: [...unknown[], Answer['take']]) => void) {
  return function (this: unknown, ...args: unknown[]) {
    const answer = new Answer();
    try {
      Reflect.apply(f, this, [...args, answer.take.bind(answer)]);
    } catch (error) {
      answer.reject(error);
    }
    return answer.promise;
  };
}

class Wait extends Answer {
  readonly #emitter: EventEmitter;
  readonly #name: string;

  constructor(emitter: EventEmitter, name: string) {
    super();
    this.#emitter = emitter.on(name, this.onEvent).on('error', this.onError);
    this.#name = name;
  }

  readonly onEvent = (...args: unknown[]) => this.#end().resolve(args);
  readonly onError = (error: unknown) => this.#end().reject(error);

  #end(): this {
    this.#emitter.off(this.#name, this.onEvent).off('error', this.onError);
    return this;
  }
}

export const nextEvent = (emitter: EventEmitter, name: string) => new Wait(emitter, name).promise;
