import { AsyncResource } from 'node:async_hooks';

/** A connection. What comes back on it are the answers, in the order in which the questions were sent. */
export interface Wire {
  send(question: string): void;
  /** Is to be set by the client. The code that reads the wire calls it with each answer, in a context of its own. */
  onAnswer: (answer: string) => void;
}

/**
 * Asks questions on a wire that many requests share. *In the context of* a call means: every AsyncLocalStorage has the
 * store that it had during that call.
 *
 * - Calls each callback with its answer, in the context of the call of `ask` that it was given to, and in the millisecond
 *   in which the answer comes. A microtask later is fine.
 * - It does so for each AsyncLocalStorage of the program, also one that it does not know, and for any store.
 * - The context in which the client was made has no effect, nor has one in which the same callback was used before. What
 *   was asked in no context is answered in none.
 * - `ask` sends the question during the call, however many are without an answer.
 * - The n-th answer is for the n-th question, also where questions, answers or callbacks are equal. Any text is an answer.
 * - Several answers may come in one millisecond, one directly after the other. Each has its own context.
 * - A callback may ask again. What it asks is part of the same context.
 * - A callback that throws, or that returns a promise, holds up no other one. Each is called once.
 * - An answer may come while `send` is running.
 * - Who calls `ask` or `onAnswer` goes on in the context that it had.
 * - Each client has its own wire and its own callbacks. Any number of questions may be without an answer. Sets no timer.
 */
export class Client {
  readonly #wire: Wire;
  readonly #callbacks: ((answer: string) => void)[] = [];

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#callbacks.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#callbacks.push(AsyncResource.bind(callback));
    this.#wire.send(question);
  }
}
