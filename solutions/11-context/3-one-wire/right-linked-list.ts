// A linked list of closures; each knows the next one.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

interface Link {
  readonly answer: (text: string) => void;
  next?: Link;
}

export class Client {
  readonly #wire: Wire;
  #first: Link | undefined;
  #last: Link | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (text) => {
      const link = this.#first;
      this.#first = link?.next;
      if (!this.#first) this.#last = undefined;
      link?.answer(text);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    const link: Link = { answer: new AsyncResource('Question').bind(callback) };
    if (this.#last) this.#last.next = link;
    else this.#first = link;
    this.#last = link;
    this.#wire.send(question);
  }
}
