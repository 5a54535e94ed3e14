// Sleeps for a fixed time, and assumes that all work has ended meanwhile.
// Fails: idle() waits for work that is spawned meanwhile
// Fails: idle() fulfils when the last work has ended, without a timer
// Fails: idle() fulfils immediately when nothing is running
// Fails: idle() waits for the rest when some work fails, and fulfils
// Fails: several callers can await idle(), and await it again later
// Fails: running() returns the names of the running work at every moment
// Fails: running() lists a name once for each piece of work that has it
// Fails: keeps two registries apart
// Says: Does your code poll, or guess a time? A promise calls its handlers as soon as it settles.
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
