// Enters the context of the task, and never leaves it: the caller goes on in it.
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: returns undefined for a name that has no value in the task
// Fails: sets and reads nothing outside of all tasks
// Fails: calls f once in the call, and returns or throws what it does
// Fails: has its own tasks in each TaskVariables
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    this.#tasks.enterWith(new Map(this.#tasks.getStore()));
    return f();
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
