import type { Lab } from '../../lab/scene/scenario.ts';
import { inWords } from './differential.ts';

/** What each of them heard and when, by their numbers. */
export class Heard {
  readonly #lab: Lab;
  readonly #all: [who: number, ms: number, what: unknown][] = [];

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  note(who: number, what: unknown): void {
    this.#all.push([who, this.#lab.now(), inWords(what)]);
  }

  async listen(who: number, promise: PromiseLike<unknown>): Promise<void> {
    await promise.then(
      (value) => this.note(who, value),
      (error) => this.note(who, error),
    );
  }

  /** In the order of the listeners. */
  get all(): unknown[] {
    return this.#all.toSorted(([a], [b]) => a - b);
  }
}
