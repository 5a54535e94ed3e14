// Takes the callback off the list when it has returned: one that throws stays there.
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: takes an answer that comes during `send`
// Says: What a callback throws, and how long its promise takes, must not hold up the next callback.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#callbacks[0]?.(answer);
      this.#callbacks.shift();
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
