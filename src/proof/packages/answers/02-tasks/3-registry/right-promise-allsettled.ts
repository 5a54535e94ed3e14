// promise.allsettled, until nothing is left.
import allSettled from 'promise.allsettled';

export class Registry {
  readonly #running = new Map<symbol, { name: string; ended?: Promise<void> }>();
  spawn(name: string, f: () => Promise<void>) {
    const id = Symbol(name);
    const entry: { name: string; ended?: Promise<void> } = { name };
    this.#running.set(id, entry);
    const end = () => void this.#running.delete(id);
    entry.ended = f().then(end, end);
  }
  running() {
    return [...this.#running.values()].map(({ name }) => name);
  }
  async idle() {
    while (this.#running.size > 0) {
      const all = [...this.#running.values()].map(({ ended }) => ended);
      // Work that asks from inside its own call is not there yet.
      if (all.includes(undefined)) await null;
      else await allSettled(all);
    }
  }
}
