import type { Steps } from './steps.ts';

const END = { done: true, value: undefined } as const;

/** It answers each call by itself; closing gives up the items that are being made. */
export class ByHand<T> implements AsyncGenerator<T, undefined> {
  readonly #steps: Steps<T>;
  /** Items that are being made: to be given up when it is closed. */
  readonly #giveUps = new Set<() => void>();

  constructor(steps: Steps<T>) {
    this.#steps = steps;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#steps.isOver) return END;
    const asked = this.#steps.ask();
    const wait = asked ? asked.wait : this.#steps.untilTheEnd();
    const isClosed = wait && (await this.#orClosed(wait));
    if (isClosed) {
      asked?.giveUp();
      return END;
    }
    if (asked) return { done: false, value: asked.take() };
    this.#steps.isOver = true;
    return END;
  }

  #orClosed(wait: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = () => resolve(true);
      this.#giveUps.add(giveUp);
      wait.then(() => {
        this.#giveUps.delete(giveUp);
        resolve(false);
      });
    });
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    const closing = this.#steps.close();
    for (const giveUp of this.#giveUps) giveUp();
    if (closing?.wait) await closing.wait;
    closing?.end();
    return END;
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
