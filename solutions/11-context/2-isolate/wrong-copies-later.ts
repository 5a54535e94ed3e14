// The copy is made in a microtask: until then the parent may set another value.
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const own = new Map<string, unknown>();
    queueMicrotask(() => {
      for (const [name, value] of parent ?? []) if (!own.has(name)) own.set(name, value);
    });
    return this.#tasks.run(own, f);
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
