// An event emitter for each key, which is empty, loading or full.
import { EventEmitter } from 'node:events';

type Callback<T> = (error: unknown, value?: T) => void;

/** One for each key. Calls back by a timer for each callback, and loads again after a rejection. */
class Shelf<T> extends EventEmitter {
  #state: 'empty' | 'loading' | 'full' = 'empty';
  #value: T | undefined;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    super();
    this.#load = load;
  }

  ask(callback: Callback<T>): void {
    const later = (...result: Parameters<Callback<T>>) => setTimeout(() => callback(...result), 0);
    if (this.#state === 'full') {
      later(null, this.#value);
      return;
    }
    this.once('over', later);
    if (this.#state === 'empty') this.#fill();
  }

  async #fill(): Promise<void> {
    this.#state = 'loading';
    try {
      this.#value = await this.#load();
      this.#state = 'full';
      this.emit('over', null, this.#value);
    } catch (error) {
      this.#state = 'empty';
      this.emit('over', error);
    }
  }
}

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const shelves = new Map<string, Shelf<T>>();
  return (key, callback) => {
    const shelf = shelves.get(key) ?? new Shelf(() => load(key));
    shelves.set(key, shelf);
    shelf.ask(callback);
  };
}
