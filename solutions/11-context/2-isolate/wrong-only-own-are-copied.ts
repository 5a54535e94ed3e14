// A task copies what its parent has set itself, and not what the parent has copied.
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Task {
  readonly own: Map<string, unknown>;
  readonly copied: Map<string, unknown>;
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();

  fork<T>(f: () => T): T {
    const copied = new Map(this.#tasks.getStore()?.own);
    return this.#tasks.run({ own: new Map(), copied }, f);
  }

  get(name: string): unknown {
    const task = this.#tasks.getStore();
    return task?.own.has(name) ? task.own.get(name) : task?.copied.get(name);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.own.set(name, value);
  }
}
