// Each task begins with nothing, and loses what its parent had set for it.
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: belongs to the task also when f has ended
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(), f);
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
