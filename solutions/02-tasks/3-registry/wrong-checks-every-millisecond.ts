// Checks every millisecond whether work is running. (A promise calls its handlers when it settles.)
// Fails: idle() fulfils when the last work has ended, without a timer
// Says: Does your code poll?
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () => this.#end(work);
    f().then(end, end);
  }

  #end(work: Work) {
    this.#work.delete(work);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
