// Keeps the callbacks of all clients in one list.
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Fails: keeps the contexts apart of answers that come directly one after the other
// Fails: lets a callback ask again, in its own context
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: takes an answer that comes during `send`
// Fails: has a wire and callbacks of its own, and any number of questions
// Fails: sets no timer
// Says: The n-th answer is for the n-th question, whatever they say, and the callback gets it as it is.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

const callbacks: ((answer: string) => void)[] = [];

export class Client {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
