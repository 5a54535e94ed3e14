// Takes `Language` and `language` for one name. (Any text is a name, as it is.)
// Fails: returns undefined for a name that has no value in the task
// Says: For a name that has no value in this task, `get` returns undefined.
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name.toLowerCase());
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name.toLowerCase(), value);
  }
}
