// A class with a private Map of promises.
type Callback<T> = (error: unknown, value?: T) => void;

class Cache<T> {
  readonly #loads = new Map<string, Promise<T>>();
  readonly #load: (key: string) => Promise<T>;
  constructor(load: (key: string) => Promise<T>) {
    this.#load = load;
  }
  #loading(key: string): Promise<T> {
    const kept = this.#loads.get(key);
    if (kept) return kept;
    const fresh = this.#load(key);
    this.#loads.set(key, fresh);
    fresh.catch(() => this.#loads.delete(key));
    return fresh;
  }
  get = (key: string, callback: Callback<T>): void => {
    this.#loading(key).then(
      (value) => callback(null, value),
      (error) => callback(error, undefined),
    );
  };
}

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  return new Cache(load).get;
}
