// Looks at the end of whatever has a `then`. (To call it may set work going, or throw.)
// Fails: calls f once in the call, and returns or throws what it does
// Says: `fork` calls `f` once, during the call, and passes on what comes of it, as it is.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const result = this.#tasks.run(new Map(this.#tasks.getStore()), f);
    const { then } = Object(result) as { then?: unknown };
    if (typeof then === 'function') return Promise.resolve(result) as T;
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
