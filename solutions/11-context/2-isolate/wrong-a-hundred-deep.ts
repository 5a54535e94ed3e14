// Copies for the first hundred tasks within each other, and is then one task.
// Fails: changes nothing for its parent or for other tasks
// Says: A task sets its own copy.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();
  readonly #depths = new WeakMap<object, number>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const depth = parent ? (this.#depths.get(parent) ?? 0) + 1 : 0;
    if (depth > 100) return f();
    const variables = new Map(parent);
    this.#depths.set(variables, depth);
    return this.#tasks.run(variables, f);
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
