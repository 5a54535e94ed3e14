// Binds each function once, and takes the bound one again.
// Fails: takes no context from where the client was made, or from where the callback was used before
// Says: Several calls of `ask` may get the same function.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #bound = new WeakMap<(answer: string) => void, (answer: string) => void>();
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const bound = this.#bound.get(callback) ?? AsyncResource.bind(callback);
    this.#bound.set(callback, bound);
    this.#callbacks.push(bound);
    this.#wire.send(question);
  }
}
