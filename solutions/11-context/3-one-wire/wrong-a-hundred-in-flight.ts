// Sends at most a hundred questions, and the others when an answer has come.
// Fails: sends each question during the call of `ask`
// Says: `ask` sends its question during the call, as it is, and however many are without an answer.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

type Callback = (answer: string) => void;

export class Client {
  readonly #wire: Wire;
  readonly #waiting: Callback[] = [];
  readonly #unsent: string[] = [];
  #sent = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#waiting.shift()?.(answer);
      this.#sent--;
      this.#send();
    };
  }

  ask(question: string, callback: Callback): void {
    this.#waiting.push(AsyncResource.bind(callback));
    this.#unsent.push(question);
    this.#send();
  }

  #send() {
    if (this.#sent === 100) return;
    const question = this.#unsent.shift();
    if (question === undefined) return;
    this.#sent++;
    this.#wire.send(question);
  }
}
