// The context has only a key. The variables are in a WeakMap.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #keys = new AsyncLocalStorage<object>();
  readonly #variables = new WeakMap<object, [name: string, value: unknown][]>();

  fork<T>(f: () => T): T {
    const key = {};
    this.#variables.set(key, this.#own()?.map(([name, value]) => [name, value]) ?? []);
    return this.#keys.run(key, f);
  }

  get(name: string): unknown {
    return this.#own()?.find(([own]) => own === name)?.[1];
  }

  set(name: string, value: unknown): void {
    const own = this.#own();
    if (own === undefined) throw new Error('no task');
    const variable = own.find((one) => one[0] === name);
    if (variable) variable[1] = value;
    else own.push([name, value]);
  }

  #own() {
    const key = this.#keys.getStore();
    return key && this.#variables.get(key);
  }
}
