// The variables of a task have those of its parent as their prototype. (It is a link and no copy: what the parent sets later shines through.)
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Record<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(Object.create(this.#tasks.getStore() ?? null), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.[name];
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    Object.defineProperty(variables, name, { value, configurable: true, writable: true });
  }
}
