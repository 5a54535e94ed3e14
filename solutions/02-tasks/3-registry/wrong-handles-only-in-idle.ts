// Attaches no handler before idle() is called. (By then, a promise may have rejected.)
// Fails: causes no unhandled rejection when some work fails
// Says: 2 unhandled rejections; expected none
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Map<Work, Promise<void>>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.set(work, Promise.resolve());
    this.#work.set(
      work,
      f().finally(() => this.#end(work)),
    );
  }

  #end(work: Work) {
    this.#work.delete(work);
  }

  running(): string[] {
    return [...this.#work.keys()].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work.values());
  }
}
