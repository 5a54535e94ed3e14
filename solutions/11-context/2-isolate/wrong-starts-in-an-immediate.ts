// Starts the task in an immediate, so that it is no part of its parent.
// Fails: begins with a copy of the variables of the task that forks it
// Fails: changes nothing for its parent or for other tasks
// Fails: returns undefined for a name that has no value in the task
// Fails: sets and reads nothing outside of all tasks
// Fails: calls f once in the call, and returns or throws what it does
// Fails: has its own tasks in each TaskVariables
// Fails: sets no timer
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const copy = new Map(this.#tasks.getStore());
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          resolve(this.#tasks.run(copy, f));
        } catch (error) {
          reject(error);
        }
      });
    }) as T;
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
