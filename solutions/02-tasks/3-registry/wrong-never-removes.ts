// Lists all work that was ever spawned as if it were running.
// Fails: idle() waits for the rest when some work fails, and fulfils
// Fails: running() returns the names of the running work at every moment
// Fails: running() returns the names unchanged, in the order in which the work was spawned
// Fails: running() lists a name once for each piece of work that has it
// Says: expected [ 'idle' ]
type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

export class Registry {
  readonly #work: Required<Work>[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name, ended: Promise.resolve() };
    this.#work.push(work as Required<Work>);
    work.ended = f().catch(() => {});
  }

  running(): string[] {
    return this.#work.map(({ name }) => name);
  }

  async idle(): Promise<void> {
    for (let seen = 0; seen < this.#work.length; ) {
      const batch = this.#work.slice(seen);
      seen += batch.length;
      await Promise.all(batch.map(({ ended }) => ended));
    }
  }
}
