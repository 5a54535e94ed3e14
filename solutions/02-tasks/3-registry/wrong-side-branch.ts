// Removes the entry in finally(), which returns a new promise that rejects without a handler.
// Fails: causes no unhandled rejection when some work fails
// Says: Attach a handler to every promise that may reject. then(), finally() and a call of an async function each return a new promise, which rejects too.
type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () => {
      this.#work.delete(work);
    };
    const promise = f();
    promise.finally(end);
    work.ended = promise.catch(() => {});
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
