// An async function for each question, which goes on in its own context after `await`.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #answers: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const next = this.#answers.shift();
      next?.(answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    void this.#ask(question, callback);
  }

  async #ask(question: string, callback: (answer: string) => void): Promise<void> {
    const answer = new Promise<string>((resolve) => this.#answers.push(resolve));
    this.#wire.send(question);
    callback(await answer);
  }
}
