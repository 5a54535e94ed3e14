// Runs `f` in a snapshot of the context, taken in the new task.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const copy = new Map(this.#tasks.getStore()?.entries() ?? []);
    const inTask = this.#tasks.run(copy, () => AsyncLocalStorage.snapshot());
    return inTask(f);
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
