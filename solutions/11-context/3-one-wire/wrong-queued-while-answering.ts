// Sends a question that a callback asks only when the next answer has come.
// Fails: sends each question during the call of `ask`
// Fails: takes an answer that comes during `send`
// Says: `ask` sends its question during the call, as it is, and however many are without an answer.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #isAnswering = false;
  #held: string[] = [];
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      for (const question of this.#held.splice(0)) wire.send(question);
      this.#isAnswering = true;
      try {
        this.#callbacks.shift()?.(answer);
      } finally {
        this.#isAnswering = false;
      }
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    if (this.#isAnswering) this.#held.push(question);
    else this.#wire.send(question);
  }
}
