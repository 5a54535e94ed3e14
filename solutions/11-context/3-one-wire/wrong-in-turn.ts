// Sends a question when the one before it has its answer.
// Fails: sends each question during the call of `ask`
// Fails: keeps the contexts apart of answers that come directly one after the other
// Fails: lets a callback ask again, in its own context
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: `ask` sends its question during the call, as it is, and however many are without an answer.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #last: Promise<unknown> = Promise.resolve();
  #answered: (answer: string) => void = () => {};

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#answered(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const send = () =>
      new Promise<string>((resolve) => {
        this.#answered = resolve;
        this.#wire.send(question);
      });
    const answer = this.#last.then(send);
    this.#last = answer;
    void answer.then(callback);
  }
}
