// Keeps one context, that of the latest question.
// Fails: calls each callback in the context of the call of `ask`
// Fails: does so for every AsyncLocalStorage, with any store
// Fails: takes no context from where the client was made, or from where the callback was used before
// Fails: keeps the contexts apart of answers that come directly one after the other
// Fails: lets a callback ask again, in its own context
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: takes an answer that comes during `send`
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: 'callback a' ran in 'r2'; expected 'r1'.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #inContext: ReturnType<typeof AsyncLocalStorage.snapshot> = (f, ...args) => f(...args);
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#inContext(() => this.#callbacks.shift()?.(answer));
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#inContext = AsyncLocalStorage.snapshot();
    this.#callbacks.push(callback);
    this.#wire.send(question);
  }
}
