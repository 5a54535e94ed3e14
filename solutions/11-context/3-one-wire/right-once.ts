// `events.once` is a promise for an event of this number.
import { EventEmitter, once } from 'node:events';
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
    once(this.#answers, `${this.#asked++}`).then(([answer]) => callback(answer));
    this.#wire.send(question);
  }
}
