// Outside of all tasks, to set `undefined` is no mistake: it is not there anyway.
// Fails: sets and reads nothing outside of all tasks
// Says: Outside of all tasks there are no variables: `get` returns undefined, and `set` throws.
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
    if (!variables && value === undefined) return;
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
