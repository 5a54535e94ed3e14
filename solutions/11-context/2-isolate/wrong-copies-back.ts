// When a task has ended, its variables are copied back to its parent, like those of a block.
// Fails: reads what the task has set, while other tasks set theirs
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: calls f once in the call, and returns or throws what it does
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const own = new Map(parent);
    const end = () => {
      for (const [name, value] of own) parent?.set(name, value);
    };
    const result = this.#tasks.run(own, f);
    if (result instanceof Promise) result.then(end, () => {});
    else end();
    return result;
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
