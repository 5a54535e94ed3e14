// Enters the context of the task, and puts the one before back.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const before = this.#tasks.getStore();
    this.#tasks.enterWith(new Map(before));
    try {
      return f();
    } finally {
      this.#tasks.enterWith(before as never);
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
