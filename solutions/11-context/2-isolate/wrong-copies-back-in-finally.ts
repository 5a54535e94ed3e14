// When a task has failed, its variables are copied back to its parent, so that a log can name them.
// Fails: changes nothing for its parent or for other tasks
// Fails: calls f once in the call, and returns or throws what it does
// Says: A task sets its own copy.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const own = new Map(parent);
    const end = () => {
      for (const [name, value] of own) parent?.set(name, value);
    };
    try {
      const result = this.#tasks.run(own, f);
      if (result instanceof Promise) result.catch(end);
      return result;
    } catch (error) {
      end();
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
