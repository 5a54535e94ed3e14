// Keeps the new work in a field during the call of f. (f may spawn more work, and replace it.)
// Fails: running() returns the names of the running work at every moment
// Says: Does your code call both, and still know which work is which?
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();
  #waiting: (() => void)[] = [];
  #last: Work | undefined;

  spawn(name: string, f: Io<void>): void {
    this.#last = { name };
    this.#work.add(this.#last);
    const promise = f();
    const work = this.#last;
    const end = () => this.#end(work);
    promise.then(end, end);
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
