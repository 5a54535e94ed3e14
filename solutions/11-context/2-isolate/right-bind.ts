// Binds `f` to the context of the new task, and calls it outside of it.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const copy = new Map(this.#tasks.getStore());
    const bound = this.#tasks.run(copy, () => AsyncResource.bind(() => f()));
    return bound() as T;
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
