// Takes the names with filter(Boolean), which leaves out an empty one.
// Fails: running() returns the names unchanged, in the order in which the work was spawned
// Says: Any text may be a name.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () => this.#end(work);
    f().then(end, end);
  }

  #end(work: Work) {
    this.#work.delete(work);
    if (this.#work.size > 0) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name).filter(Boolean);
  }

  async idle(): Promise<void> {
    if (this.#work.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
