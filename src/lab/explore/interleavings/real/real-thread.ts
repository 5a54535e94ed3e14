import type { Access, Kind, Result } from '../threads/access.ts';
import * as at from './protocol.mjs';

export class TooLateError extends Error {}

/** Real ms after which one looks whether there is still time. */
const SHORT = 50;

/** One real thread, from outside. */
export class RealThread {
  readonly #control: Int32Array;
  readonly #base: number;
  readonly #said: Int32Array;
  readonly #look: () => void;

  /** @param look is called while it waits, and throws when that has taken too long */
  constructor(control: Int32Array, place: number, said: Int32Array, look: () => void) {
    this.#control = control;
    this.#base = place * at.CELLS;
    this.#said = said;
    this.#look = look;
  }

  /** It runs up to its first step. */
  begin(): void {
    this.#awaitChangeOf(at.STATES.starting);
    this.#order();
  }

  /** The step that it is about to take; nothing of a thread that has come to its end. */
  next(): Access | undefined {
    if (this.#state() !== at.STATES.atStep) return undefined;
    const count = this.#get(at.COUNT);
    const operands = Array.from({ length: count }, (_, i) => {
      const operand = this.#get(at.OPERANDS + i);
      return operand === at.NONE ? undefined : operand;
    });
    return { kind: at.KINDS[this.#get(at.KIND)] as Kind, cell: this.#get(at.CELL), operands };
  }

  /** @param result of a step that it does not perform itself */
  goOn(result?: number): Result {
    this.#state();
    if (result !== undefined) this.#control[this.#base + at.RESULT] = result;
    this.#order();
    this.#state();
    const got = this.#get(at.RESULT);
    return got === at.NONE ? undefined : got;
  }

  returned(): string | undefined {
    return this.#state() === at.STATES.done ? this.#text() : undefined;
  }

  threw(): string | undefined {
    return this.#state() === at.STATES.threw ? this.#text() : undefined;
  }

  /** Once it runs no more. */
  #state(): number {
    return this.#awaitChangeOf(at.STATES.running);
  }

  #awaitChangeOf(state: number): number {
    for (;;) {
      const now = Atomics.load(this.#control, this.#base + at.STATE);
      if (now !== state) return now;
      Atomics.wait(this.#control, this.#base + at.STATE, state, SHORT);
      this.#look();
    }
  }

  #order(): void {
    Atomics.store(this.#control, this.#base + at.STATE, at.STATES.running);
    Atomics.store(this.#control, this.#base + at.ORDER, at.ORDERS.go);
    Atomics.notify(this.#control, this.#base + at.ORDER);
  }

  #get(what: number): number {
    return Atomics.load(this.#control, this.#base + what);
  }

  #text(): string {
    const [length = 0, ...codes] = this.#said;
    return String.fromCharCode(...codes.slice(0, length));
  }
}
