// Removes failed work only if there is an error, with if (error). (An error can be undefined.)
// Fails: idle() waits for the rest when some work fails, and fulfils
// Says: It may fail with any error.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();
  #waiting: (() => void)[] = [];

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    f().then(
      () => this.#end(work),
      (error) => {
        if (error) this.#end(work);
      },
    );
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
