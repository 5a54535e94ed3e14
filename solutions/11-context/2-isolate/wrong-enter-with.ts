// `set` enters a context with another Map. (The function that awaits this one has its own context, and never sees it.)
// Fails: uses one set of variables in all that belongs to the task
// Fails: belongs to the task also when f has ended
// Fails: has its own tasks in each TaskVariables
// Says: Only `fork` makes a copy.
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
    this.#tasks.enterWith(new Map(variables).set(name, value));
  }
}
