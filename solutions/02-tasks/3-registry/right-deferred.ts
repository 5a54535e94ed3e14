// One promise from the first piece of work to the last; afterwards a new one is made.
type Io<T> = () => Promise<T>;

export class Registry {
  #work: { name: string }[] = [];
  #end: Promise<void> | undefined;
  #finish: (() => void) | undefined;

  spawn(name: string, f: Io<void>): void {
    this.#end ??= new Promise((resolve) => {
      this.#finish = resolve;
    });
    const entry = { name };
    this.#work = [...this.#work, entry];
    f()
      .catch(() => {})
      .then(() => this.#takeDown(entry));
  }

  #takeDown(entry: { name: string }) {
    this.#work = this.#work.filter((other) => other !== entry);
    if (this.#work.length > 0) return;
    this.#finish?.();
    this.#end = undefined;
  }

  running(): string[] {
    return this.#work.map(({ name }) => name);
  }

  idle(): Promise<void> {
    return this.#end ?? Promise.resolve();
  }
}
