// Keeps the callbacks in a Set: the same one is called once.
// Fails: takes no context from where the client was made, or from where the callback was used before
// Says: Several calls of `ask` may get the same function.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks = new Set<(answer: string) => void>();
  readonly #contexts = new Map<(answer: string) => void, (answer: string) => void>();

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const [callback] = this.#callbacks;
      if (!callback) return;
      this.#callbacks.delete(callback);
      this.#contexts.get(callback)?.(answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#contexts.set(callback, AsyncResource.bind(callback));
    this.#callbacks.add(callback);
    this.#wire.send(question);
  }
}
