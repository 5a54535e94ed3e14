// spawn() is an async function, so a caller that awaits it waits for the work.
// Fails: spawn() calls f synchronously, returns undefined, and does not wait for it
// Says: A caller that awaits what spawn() returns would wait for the work.
type Io<T> = () => Promise<T>;
type Work = { name: string };

export class Registry {
  readonly #work = new Set<Work>();
  #waiting: (() => void)[] = [];

  async spawn(name: string, f: Io<void>): Promise<void> {
    const work: Work = { name };
    this.#work.add(work);
    try {
      await f();
    } catch {
      // A failure is an end too.
    }
    this.#end(work);
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
