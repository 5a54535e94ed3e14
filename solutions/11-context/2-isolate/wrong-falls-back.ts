// Own variables first, and then the copy. (`??` takes an own `undefined` or `null` for nothing.)
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Says: At 3 ms '"" in its parent' read undefined; expected null.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Task {
  readonly own: Map<string, unknown>;
  readonly copied: Map<string, unknown>;
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();

  fork<T>(f: () => T): T {
    const { own = [], copied = [] } = this.#tasks.getStore() ?? {};
    return this.#tasks.run({ own: new Map(), copied: new Map([...copied, ...own]) }, f);
  }

  get(name: string): unknown {
    const task = this.#tasks.getStore();
    return task?.own.get(name) ?? task?.copied.get(name);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.own.set(name, value);
  }
}
