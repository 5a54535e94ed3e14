// Keeps the running work outside of the class, so all registries share it.
// Fails: keeps two registries apart
// Says: All registries share that.
type Io<T> = () => Promise<T>;
type Work = { name: string };

const work = new Set<Work>();
let waiting: (() => void)[] = [];

export class Registry {
  spawn(name: string, f: Io<void>): void {
    const entry: Work = { name };
    work.add(entry);
    const end = () => this.#end(entry);
    f().then(end, end);
  }

  #end(entry: Work) {
    work.delete(entry);
    if (work.size > 0) return;
    for (const tell of waiting) tell();
    waiting = [];
  }

  running(): string[] {
    return [...work].map(({ name }) => name);
  }

  async idle(): Promise<void> {
    if (work.size > 0) await new Promise<void>((resolve) => waiting.push(resolve));
  }
}
