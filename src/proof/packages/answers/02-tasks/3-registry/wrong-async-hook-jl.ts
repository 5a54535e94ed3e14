// Assumes that nobody else needs the then of a promise. (async-hook-jl puts its own in its place when it is loaded.)
// Says: Promise.prototype.then cannot be changed
import 'async-hook-jl';

export class Registry {
  readonly #running = new Set<{ name: string }>();
  readonly #waiting = new Set<() => void>();
  spawn(name: string, f: () => Promise<void>) {
    const entry = { name };
    this.#running.add(entry);
    const end = () => {
      this.#running.delete(entry);
      if (this.#running.size > 0) return;
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    };
    f().then(end, end);
  }
  running() {
    return [...this.#running].map(({ name }) => name);
  }
  async idle() {
    while (this.#running.size > 0) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }
}
