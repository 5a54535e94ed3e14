// Keeps the callbacks in an object, by question: those that are numbers come first.
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Says: The n-th answer is for the n-th question, whatever they say, and the callback gets it as it is.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #callbacks: Record<string, ((answer: string) => void)[]> = Object.create(null);

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      for (const [question, [first, ...others]] of Object.entries(this.#callbacks)) {
        if (!first) continue;
        this.#callbacks[question] = others;
        return first(answer);
      }
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    const some = this.#callbacks[question] ?? [];
    this.#callbacks[question] = [...some, AsyncResource.bind(callback)];
    this.#wire.send(question);
  }
}
