// Enters a context and leaves it; after a throw it leaves it only for a task, and not for none.
// Fails: sets and reads nothing outside of all tasks
// Says: Before this line, 'sleep' ended at 6 ms.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const before = this.#tasks.getStore();
    this.#tasks.enterWith(new Map(before));
    try {
      const result = f();
      this.#tasks.enterWith(before as Map<string, unknown>);
      return result;
    } catch (error) {
      if (before) this.#tasks.enterWith(before);
      throw error;
    }
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
