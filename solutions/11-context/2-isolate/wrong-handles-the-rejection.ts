// Looks at the end of a task, and so handles its rejection. (For the caller it is no longer unhandled.)
// Fails: calls f once in the call, and returns or throws what it does
// Says: A handler that your code attaches to a promise handles its rejection, also if it only looks at the
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const result = this.#tasks.run(new Map(this.#tasks.getStore()), f);
    if (result instanceof Promise) result.catch(() => {});
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
