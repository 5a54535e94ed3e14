// Outside of all tasks, `get` throws like `set`.
// Fails: sets and reads nothing outside of all tasks
// Fails: has its own tasks in each TaskVariables
// Says: 'first, get threw an Error: no task' at 0 ms
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Map(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    return variables.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
