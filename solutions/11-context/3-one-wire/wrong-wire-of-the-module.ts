// Keeps the wire of the latest client, for all.
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: Each client has a wire of its own, and callbacks of its own.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

let latest: Wire;

export class Client {
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    latest = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    latest.send(question);
  }
}
