// Keeps the callback after the question was sent, when its answer may have come already.
// Fails: takes an answer that comes during `send`
// Fails: sets no timer
// Says: A wire may answer during `send`, for example from a cache.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#wire.send(question);
    this.#callbacks.push(AsyncResource.bind(callback));
  }
}
