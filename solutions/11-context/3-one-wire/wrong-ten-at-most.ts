// Has ten places for callbacks, and forgets the oldest one.
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: Any number of questions may be without an answer.
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
    this.#callbacks.push(AsyncResource.bind(callback));
    if (this.#callbacks.length > 10) this.#callbacks.shift();
    this.#wire.send(question);
  }
}
