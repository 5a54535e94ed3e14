// A class for the scope: a linked list of cleanups, and a field for what has failed.
type Defer = (cleanup: () => unknown) => void;

interface Opened {
  readonly cleanup: () => unknown;
  readonly before: Opened | undefined;
}

class Scope {
  #last: Opened | undefined;
  #isOver = false;
  readonly #reasons: unknown[] = [];

  readonly defer: Defer = (cleanup) => {
    if (this.#isOver) throw new Error('the scope is over');
    this.#last = { cleanup, before: this.#last };
  };

  async run<T>(body: (defer: Defer) => Promise<T>): Promise<T> {
    const value = await this.#try(() => body(this.defer));
    this.#isOver = true;
    for (let opened = this.#last; opened; opened = opened.before) {
      const { cleanup } = opened;
      await this.#try(() => cleanup());
    }
    if (this.#reasons.length === 0) return value as T;
    throw this.#reasons.reduce((suppressed, error) =>
      Object.assign(new Error(`${this.#reasons.length} have failed`), { error, suppressed }),
    );
  }

  async #try<R>(f: () => R): Promise<Awaited<R> | undefined> {
    try {
      return await f();
    } catch (error) {
      this.#reasons.push(error);
      return undefined;
    }
  }
}

export const withScope = <T>(body: (defer: Defer) => Promise<T>): Promise<T> =>
  new Scope().run(body);
