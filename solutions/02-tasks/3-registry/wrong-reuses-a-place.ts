// Puts new work into the first free place of the list, before work that was spawned earlier.
// Fails: running() returns the names unchanged, in the order in which the work was spawned
// Says: 'c' was spawned after 'b'.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work: (Work | undefined)[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    const free = this.#work.indexOf(undefined);
    this.#work[free < 0 ? this.#work.length : free] = work;
    const end = () => this.#end(work);
    f().then(end, end);
  }

  #end(work: Work) {
    this.#work[this.#work.indexOf(work)] = undefined;
    if (this.#work.some((other) => other)) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return this.#work.flatMap((work) => (work ? [work.name] : []));
  }

  async idle(): Promise<void> {
    if (this.#work.some((work) => work))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
