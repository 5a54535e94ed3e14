// Waits for all work, and then rejects with the error of one piece of it.
// Fails: idle() waits for the rest when some work fails, and fulfils
// Says: Work that has failed has ended, too: wait for the rest.
type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

export class Registry {
  readonly #work = new Set<Work>();
  #failure: { reason: unknown } | undefined;

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () => {
      this.#work.delete(work);
    };
    work.ended = f().then(end, (reason) => {
      this.#failure = { reason };
      end();
    });
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all([...this.#work].map(({ ended }) => ended));
    if (this.#failure) throw this.#failure.reason;
  }
}
