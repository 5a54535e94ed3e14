// Calls the callback in an immediate, in the right context.
// Fails: sets no timer
// Says: When an answer comes, `onAnswer` is called: no timer is needed.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const callback = this.#callbacks.shift();
      if (callback) setImmediate(callback, answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
