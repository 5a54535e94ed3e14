// Starts the task in a microtask, when the copy has been made.
// Fails: sets and reads nothing outside of all tasks
// Fails: calls f once in the call, and returns or throws what it does
// Fails: has its own tasks in each TaskVariables
// Says: 'in a new task, get returned undefined'
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const copy = new Map(this.#tasks.getStore());
    return Promise.resolve().then(() => this.#tasks.run(copy, f)) as T;
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
