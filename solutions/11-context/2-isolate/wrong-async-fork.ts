// `fork` awaits what `f` returns, and so returns a promise of its own.
// Fails: calls f once in the call, and returns or throws what it does
// Says: It logged 'it returned something else'
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return (async () => await this.#tasks.run(new Map(this.#tasks.getStore()), f))() as T;
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
