// A promise for each answer: `then` keeps the context in which it was called.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #resolves: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#resolves.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    new Promise<string>((resolve) => this.#resolves.push(resolve)).then(callback);
    this.#wire.send(question);
  }
}
