// A class with `next` and `return`, by hand.
import type { Counts, Result } from '../5-progress.ts';

class Progress implements AsyncIterableIterator<Result, void> {
  readonly #source: AsyncIterator<Result>;
  readonly #draw: (counts: Counts) => void;
  readonly #every: number;
  #counts: Counts = { done: 0, failed: 0 };
  #undrawn = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(results: AsyncIterable<Result>, draw: (counts: Counts) => void, every: number) {
    this.#source = results[Symbol.asyncIterator]();
    this.#draw = draw;
    this.#every = every;
  }

  async next(): Promise<IteratorResult<Result, void>> {
    let next: IteratorResult<Result>;
    try {
      next = await this.#source.next();
    } catch (reason) {
      this.#end();
      throw reason;
    }
    if (next.done) {
      this.#end();
      return { done: true, value: undefined };
    }
    const { done, failed } = this.#counts;
    this.#counts =
      'error' in next.value ? { done, failed: failed + 1 } : { done: done + 1, failed };
    this.#undrawn++;
    if (this.#pause === undefined) this.#drawAndPause();
    return { done: false, value: next.value };
  }

  async return(): Promise<IteratorResult<Result, void>> {
    this.#end();
    await this.#source.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #drawAndPause(): void {
    this.#undrawn = 0;
    this.#draw(this.#counts);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#undrawn > 0) this.#drawAndPause();
    }, this.#every);
  }

  #end(): void {
    clearTimeout(this.#pause);
    if (this.#undrawn > 0) this.#draw(this.#counts);
  }
}

export function progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncIterableIterator<Result, void> {
  return new Progress(results, draw, every);
}
