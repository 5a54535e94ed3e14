// Takes the context of the code that reads the wire for a question that a callback asks.
// Fails: lets a callback ask again, in its own context
// Fails: takes an answer that comes during `send`
// Says: A callback that asks is part of its request, and so is the callback of its question.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  #isAnswering = false;
  readonly #outside = new AsyncResource('Client');
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#isAnswering = true;
      try {
        this.#callbacks.shift()?.(answer);
      } finally {
        this.#isAnswering = false;
      }
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    const bound = this.#isAnswering ? this.#outside.bind(callback) : AsyncResource.bind(callback);
    this.#callbacks.push(bound);
    this.#wire.send(question);
  }
}
