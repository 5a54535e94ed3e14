// Takes an empty answer for none.
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Says: The n-th answer is for the n-th question, whatever they say, and the callback gets it as it is.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      if (answer) this.#callbacks.shift()?.(answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
