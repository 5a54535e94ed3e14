// Keeps the callbacks by question: of two that are equal, one is lost.
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Says: The n-th answer is for the n-th question
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks = new Map<string, (answer: string) => void>();

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const [first] = this.#callbacks;
      if (!first) return;
      this.#callbacks.delete(first[0]);
      first[1](answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.set(question, AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
