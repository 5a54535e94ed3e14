// Collects the answers of a millisecond, and gives all out in the context of the first.
// Fails: keeps the contexts apart of answers that come directly one after the other
// Fails: lets a callback ask again, in its own context
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: Answers may come directly one after the other.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #callbacks: {
    inContext: ReturnType<typeof AsyncLocalStorage.snapshot>;
    callback: (answer: string) => void;
  }[] = [];
  #answers: string[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#answers.push(answer);
      if (this.#answers.length === 1) queueMicrotask(() => this.#giveOut());
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push({ inContext: AsyncLocalStorage.snapshot(), callback });
    this.#wire.send(question);
  }

  #giveOut(): void {
    const answers = this.#answers;
    this.#answers = [];
    this.#callbacks[0]?.inContext(() => {
      for (const answer of answers) this.#callbacks.shift()?.callback(answer);
    });
  }
}
