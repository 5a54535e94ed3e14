// Makes a new list for every change, and returns its own one to the caller.
// Fails: running() returns a list that belongs to its caller
// Says: The caller has changed an earlier list.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  #work: Work[] = [];
  #names: string[] = [];
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work = [...this.#work, work];
    this.#names = this.#work.map((one) => one.name);
    const end = () => this.#end(work);
    f().then(end, end);
  }

  #end(work: Work) {
    this.#work = this.#work.filter((one) => one !== work);
    this.#names = this.#work.map((one) => one.name);
    if (this.#work.length > 0) return;
    for (const tell of this.#waiting) tell();
    this.#waiting = [];
  }

  running(): string[] {
    return this.#names;
  }

  async idle(): Promise<void> {
    if (this.#work.length > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
