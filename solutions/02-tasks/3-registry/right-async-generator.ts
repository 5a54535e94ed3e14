// An async generator yields the end of the first running work, again and again, until none is running.
type Io<T> = () => Promise<T>;

interface Work {
  name: string;
  ended?: Promise<unknown>;
}

export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    work.ended = Promise.allSettled([f()]).then(() => this.#work.delete(work));
  }

  running(): string[] {
    return Array.from(this.#work, ({ name }) => name);
  }

  async *#ends() {
    for (let [first] = this.#work; first; [first] = this.#work) yield first.ended;
  }

  async idle(): Promise<void> {
    for await (const _ of this.#ends());
  }
}
