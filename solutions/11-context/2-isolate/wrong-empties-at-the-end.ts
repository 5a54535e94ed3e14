// When `f` has ended, its variables are cleared. (A timer of the task may still read them.)
// Fails: begins with a copy of the variables of the task that forks it
// Fails: belongs to the task also when f has ended
// Fails: calls f once in the call, and returns or throws what it does
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const own = new Map(this.#tasks.getStore());
    const clear = () => own.clear();
    try {
      const result = this.#tasks.run(own, f);
      if (result instanceof Promise) result.then(clear, clear);
      else clear();
      return result;
    } catch (error) {
      clear();
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
