// Sets nothing when the value looks the same. (To `==`, 0 is the same as an empty text.)
// Fails: begins with a copy of the variables of the task that forks it
// Says: the value itself, and no copy of it.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    // biome-ignore lint/suspicious/noDoubleEquals: this is the mistake
    const isSame = variables.get(name) == value;
    if (variables.has(name) && isSame) return;
    variables.set(name, value);
  }
}
