// Rejects with the first error, while other work is still running.
// Fails: idle() waits for the rest when some work fails, and fulfils
// Fails: causes no unhandled rejection when some work fails
// Says: Work that has failed has ended, too: wait for the rest.
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
    work.ended = f().finally(end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
