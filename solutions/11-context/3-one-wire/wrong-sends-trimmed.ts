// Sends the question without the blanks around it. (It is not looked at.)
// Fails: sends each question during the call of `ask`
// Says: `ask` sends its question during the call, as it is, and however many are without an answer.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

type Callback = (answer: string) => void;

export class Client {
  readonly #wire: Wire;
  readonly #waiting: Callback[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#waiting.shift()?.(answer);
    };
  }

  ask(question: string, callback: Callback): void {
    this.#waiting.push(AsyncResource.bind(callback));
    this.#wire.send(question.trim());
  }
}
