// Calls the callback in an immediate, if the answer comes while it sends. (That is a timer.)
// Fails: sets no timer
// Says: When an answer comes, `onAnswer` is called: no timer is needed.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

type Callback = (answer: string) => void;

export class Client {
  readonly #wire: Wire;
  readonly #waiting: Callback[] = [];
  #isSending = false;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      const callback = this.#waiting.shift();
      if (this.#isSending) setImmediate(() => callback?.(answer));
      else callback?.(answer);
    };
  }

  ask(question: string, callback: Callback): void {
    this.#waiting.push(AsyncResource.bind(callback));
    this.#isSending = true;
    this.#wire.send(question);
    this.#isSending = false;
  }
}
