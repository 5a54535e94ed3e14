// What is set outside of all tasks is a default for all of them.
// Fails: sets and reads nothing outside of all tasks
// Fails: has its own tasks in each TaskVariables
// Says: Outside of all tasks there are no variables: `get` returns undefined, and `set` throws.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #defaults = new Map<string, unknown>();
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(this.#tasks.getStore() ?? this.#defaults), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    (variables ?? this.#defaults).set(name, value);
    if (!variables) throw new Error('no task');
  }
}
