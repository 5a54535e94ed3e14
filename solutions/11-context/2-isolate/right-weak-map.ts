// The context has only a key. The variables are in a WeakMap.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #keys = new AsyncLocalStorage<object>();
  readonly #variables = new WeakMap<object, Map<string, { value: unknown }>>();

  fork<T>(f: () => T): T {
    const key = {};
    this.#variables.set(key, new Map(this.#own()));
    return this.#keys.run(key, f);
  }

  get(name: string): unknown {
    return this.#own()?.get(name)?.value;
  }

  set(name: string, value: unknown): void {
    const own = this.#own();
    if (own === undefined) throw new Error('no task');
    own.set(name, { value });
  }

  #own() {
    const key = this.#keys.getStore();
    return key && this.#variables.get(key);
  }
}
