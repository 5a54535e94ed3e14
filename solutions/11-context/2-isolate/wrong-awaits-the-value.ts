// Waits for a value that is a promise, and keeps what it fulfils with.
// Fails: begins with a copy of the variables of the task that forks it
// Says: the value itself, and no copy of it.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
    if (value instanceof Promise) value.then((its) => variables.set(name, its));
  }
}
