// Looks every 50 ms whether there is still something, and is late by up to 50 ms.
// Fails: waits for work that is spawned meanwhile
// Fails: is idle when the last of its work has ended
// Fails: waits for the rest when a part of its work has failed, and does not fail
// Fails: tells everybody who waits, and later again
// Says: From 60 to 100 ms nothing was under way at all
type Io<T> = () => Promise<T>;

type Work = { name: string; ended?: Promise<void> };

export class Registry {
  readonly #work = new Set<Work>();

  spawn(name: string, f: Io<void>): void {
    const work: Work = { name };
    this.#work.add(work);
    const end = () => {
      this.#work.delete(work);
    };
    work.ended = f().then(end, end);
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
