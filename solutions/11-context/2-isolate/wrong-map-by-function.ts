// The variables are kept by the function of the task. (The same function may be forked twice.)
// Fails: reads what the task has set, while other tasks set theirs
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<() => unknown>();
  readonly #variables = new WeakMap<() => unknown, Map<string, unknown>>();

  fork<T>(f: () => T): T {
    this.#variables.set(f, new Map(this.#own()));
    return this.#tasks.run(f, f);
  }

  get(name: string): unknown {
    return this.#own()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#own();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }

  #own(): Map<string, unknown> | undefined {
    const f = this.#tasks.getStore();
    return f && this.#variables.get(f);
  }
}
