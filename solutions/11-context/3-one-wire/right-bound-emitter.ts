// An emitter whose listeners are bound.
import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #answers = new EventEmitter();
  #asked = 0;
  #answered = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#answers.emit(`${this.#answered++}`, answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#answers.once(`${this.#asked++}`, AsyncLocalStorage.bind(callback));
    this.#wire.send(question);
  }
}
