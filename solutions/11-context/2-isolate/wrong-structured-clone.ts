// Copies the values as well.
// Fails: begins with a copy of the variables of the task that forks it
// Says: expected another one that looks the same
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const copy = new Map<string, unknown>();
    for (const [name, value] of this.#tasks.getStore() ?? [])
      copy.set(name, typeof value === 'function' ? value : structuredClone(value));
    return this.#tasks.run(copy, f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
