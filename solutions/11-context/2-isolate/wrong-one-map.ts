// Assumes that `run` copies what it is given. (It passes on the same Map: all tasks share it.)
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: calls f once in the call, and returns or throws what it does
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(this.#tasks.getStore() ?? new Map(), f);
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
