// The first question begins a loop that serves all the others as well, until there are none.
// Fails: calls each callback in the context of the call of `ask`
// Fails: does so for every AsyncLocalStorage, with any store
// Fails: takes no context from where the client was made, or from where the callback was used before
// Fails: keeps the contexts apart of answers that come directly one after the other
// Fails: lets a callback ask again, in its own context
// Fails: is not held up by a callback that throws, or that returns a promise
// Fails: takes an answer that comes during `send`
// Fails: has a wire and callbacks of its own, and any number of questions
// Says: 'callback b' ran in 'r1'; expected 'r2'.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #waiting: { answer: Promise<string>; callback: (answer: string) => void }[] = [];
  readonly #resolves: ((answer: string) => void)[] = [];
  #isRunning = false;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => this.#resolves.shift()?.(answer);
  }

  ask(question: string, callback: (answer: string) => void): void {
    const answer = new Promise<string>((resolve) => this.#resolves.push(resolve));
    this.#waiting.push({ answer, callback });
    this.#wire.send(question);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      next.callback(await next.answer);
    this.#isRunning = false;
  }
}
