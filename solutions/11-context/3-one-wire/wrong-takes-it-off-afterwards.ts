// Takes the callback off the list when it has returned. (It may ask, and be answered at once.)
// Fails: takes an answer that comes during `send`
// Says: A wire may answer during `send`, for example from a cache.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

type Callback = (answer: string) => void;

export class Client {
  readonly #wire: Wire;
  readonly #waiting: Callback[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      try {
        this.#waiting[0]?.(answer);
      } finally {
        this.#waiting.shift();
      }
    };
  }

  ask(question: string, callback: Callback): void {
    this.#waiting.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
