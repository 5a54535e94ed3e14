// Keeps the functions, and calls them only when idle() is called.
// Fails: spawn() calls f synchronously, returns undefined, and does not wait for it
// Fails: several callers can await idle(), and await it again later
// Fails: running() returns the names of the running work at every moment
// Fails: running() returns the names unchanged, in the order in which the work was spawned
// Fails: running() lists a name once for each piece of work that has it
// Fails: running() returns a list that belongs to its caller
// Fails: keeps two registries apart
// Says: Did your code call the function that it got, or only keep it?
type Io<T> = () => Promise<T>;

export class Registry {
  #todo: { name: string; f: Io<void> }[] = [];
  readonly #work = new Set<{ name: string }>();

  spawn(name: string, f: Io<void>): void {
    this.#todo.push({ name, f });
  }

  running(): string[] {
    return [...this.#work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    while (this.#todo.length > 0) {
      const batch = this.#todo;
      this.#todo = [];
      await Promise.all(
        batch.map(async (entry) => {
          this.#work.add(entry);
          await entry.f().catch(() => {});
          this.#work.delete(entry);
        }),
      );
    }
  }
}
