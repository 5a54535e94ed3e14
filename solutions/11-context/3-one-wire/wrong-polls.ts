// Looks every ms whether an answer has come, in the context of the question.
// Fails: takes an answer that comes during `send`
// Fails: sets no timer
// Says: A wire may answer during `send`, for example from a cache.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #answers: string[] = [];
  #next = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#answers.push(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const i = this.#next++;
    const timer = setInterval(() => {
      const answer = this.#answers[i];
      if (answer === undefined) return;
      clearInterval(timer);
      callback(answer);
    }, 1);
    this.#wire.send(question);
  }
}
