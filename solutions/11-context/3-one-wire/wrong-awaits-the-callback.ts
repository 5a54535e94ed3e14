// Gives out an answer when the promise of the callback before it has fulfilled.
// Fails: is not held up by a callback that throws, or that returns a promise
// Says: What a callback throws, and how long its promise takes, must not hold up the next callback.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #last: Promise<unknown> = Promise.resolve();
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const callback = this.#callbacks.shift();
      this.#last = this.#last.then(() => callback?.(answer)).catch(() => {});
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
