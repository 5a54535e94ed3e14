// Removes work in an iteration of its own, so the list is wrong for callbacks that run before that.
// Fails: idle() fulfils when the last work has ended, without a timer
// Fails: running() returns the names of the running work at every moment
// Says: 2 timers were set (20 → 20 and 33 → 33 ms); expected 0
type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          this.#work.delete(work);
          resolve();
        });
      });
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
