// A snapshot of the context for each question.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const inContext = AsyncLocalStorage.snapshot();
    this.#callbacks.push((answer) => inContext(callback, answer));
    this.#wire.send(question);
  }
}
