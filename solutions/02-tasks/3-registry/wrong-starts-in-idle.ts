// Keeps the functions, and starts them when somebody waits.
// Fails: starts its work at once, and does not wait for it
// Fails: tells everybody who waits, and later again
// Fails: knows at every moment what is running
// Fails: tells work of the same name apart
// Fails: gives a list that does not change any more
// Says: It never logged 'a begins'
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
