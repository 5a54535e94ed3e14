// Copies by way of a text.
// Fails: begins with a copy of the variables of the task that forks it
// Says: expected NaN
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const before = Object.fromEntries(this.#tasks.getStore() ?? []);
    return this.#tasks.run(new Map(Object.entries(JSON.parse(JSON.stringify(before)))), f);
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
