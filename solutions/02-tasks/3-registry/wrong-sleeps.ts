// Waits for so long that all will have ended by then.
// Fails: waits for work that is spawned meanwhile
// Fails: is idle when the last of its work has ended
// Fails: is idle at once when nothing is running
// Fails: waits for the rest when a part of its work has failed, and does not fail
// Fails: tells everybody who waits, and later again
// Says: From 60 to 3100 ms nothing was under way at all
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
    await new Promise((resolve) => setTimeout(resolve, 3100));
  }
}
