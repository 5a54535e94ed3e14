// Sends the question in a microtask: an async function that waits first.
// Fails: sends each question during the call of `ask`
// Says: `ask` sends its question during the call, as it is, and however many are without an answer.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  async ask(question: string, callback: (answer: string) => void): Promise<void> {
    await null;
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
