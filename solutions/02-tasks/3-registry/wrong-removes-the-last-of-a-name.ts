// Removes the last entry of that name, even when another one has ended.
// Fails: running() lists a name once for each piece of work that has it
// Says: How does your code tell them apart, and keep their order?
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #names: string[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    this.#names.push(name);
    const end = () => this.#end({ name });
    f().then(end, end);
  }

  #end(work: Work) {
    this.#names.splice(this.#names.lastIndexOf(work.name), 1);
    if (this.#names.length > 0) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return [...this.#names];
  }

  async idle(): Promise<void> {
    if (this.#names.length > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
