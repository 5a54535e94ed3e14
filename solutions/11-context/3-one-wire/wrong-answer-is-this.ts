// Takes the second argument of `runInAsyncScope` for the first one of the callback. (It is the `this`.)
// Fails: calls each callback in the context of the call of `ask`
// Fails: takes no context from where the client was made, or from where the callback was used before
// Fails: calls the n-th callback with the n-th answer, whatever they say
// Says: A callback is called with its answer.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

interface Question {
  readonly resource: AsyncResource;
  readonly callback: (answer: string) => void;
}

export class Client {
  readonly #wire: Wire;
  readonly #questions: Question[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const question = this.#questions.shift();
      question?.resource.runInAsyncScope(question.callback as () => void, answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#questions.push({ resource: new AsyncResource('Question'), callback });
    this.#wire.send(question);
  }
}
