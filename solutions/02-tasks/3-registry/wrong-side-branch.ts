// Notes the end on a branch of its own, which fails like the work and has no listener.
// Fails: leaves no failure unheard
// Says: a failed: a rejection that nobody ever handled, at 10 ms
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
