// The variables are an object. (An object inherits some names from its prototype.)
// Fails: begins with a copy of the variables of the task that forks it
// Fails: returns undefined for a name that has no value in the task
// Says: A plain object inherits some names from its prototype.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Record<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run({ ...this.#tasks.getStore() }, f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.[name];
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables[name] = value;
  }
}
