// One chain of promises: a callback that fails ends it for all.
// Fails: is not held up by a callback that throws, or that returns a promise
// Says: What a callback throws, and how long its promise takes, must not hold up the
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #last: Promise<unknown> = Promise.resolve();
  readonly #resolves: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#resolves.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const answer = new Promise<string>((resolve) => this.#resolves.push(resolve));
    this.#last = this.#last.then(() => answer).then((it) => void callback(it));
    this.#wire.send(question);
  }
}
