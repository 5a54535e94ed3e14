// Takes each line for an answer. (Any text is one, also two lines.)
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Says: The n-th answer is for the n-th question, whatever they say, and the callback gets it as it is.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

type Callback = (answer: string) => void;

export class Client {
  readonly #wire: Wire;
  readonly #waiting: Callback[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      for (const line of answer.split('\n')) this.#waiting.shift()?.(line);
    };
  }

  ask(question: string, callback: Callback): void {
    this.#waiting.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
