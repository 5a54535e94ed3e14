// Queues what is spawned during a call of f, and calls it only after that call has returned.
// Fails: running() returns the names of the running work at every moment
// Says: Does your code call both, and still know which work is which?
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();
  readonly #queue: [name: string, f: Io<void>][] = [];
  #waiting: (() => void)[] = [];
  #isCalling = false;

  spawn(name: string, f: Io<void>): void {
    if (this.#isCalling) {
      this.#queue.push([name, f]);
      return;
    }
    const work: Work = { name };
    this.#work.add(work);
    const end = () => this.#end(work);
    this.#isCalling = true;
    f().then(end, end);
    this.#isCalling = false;
    const next = this.#queue.shift();
    if (next) this.spawn(...next);
  }

  #end(work: Work) {
    this.#work.delete(work);
    if (this.#work.size > 0) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    if (this.#work.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
