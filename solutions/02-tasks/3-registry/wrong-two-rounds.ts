// Checks for new work once and not again, so it waits for children but not for grandchildren.
// Fails: idle() waits for work that is spawned meanwhile
// Says: When it settled, 'c' (until 60 ms) was still running. Your code did not await all of its work.
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
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    await Promise.all([...this.#work].map(({ ended }) => ended));
    await Promise.all([...this.#work].map(({ ended }) => ended));
  }
}
