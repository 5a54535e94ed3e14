// Each task keeps all that it has ever set. A child knows how much of that there was when it was forked.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Task {
  readonly parent: Task | undefined;
  /** How many values of its parent it sees. */
  readonly since: number | undefined;
  readonly values: { name: string; value: unknown }[];
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    return this.#tasks.run({ parent, since: parent?.values.length, values: [] }, f);
  }

  get(name: string): unknown {
    let task = this.#tasks.getStore();
    let until: number | undefined;
    while (task) {
      const last = task.values.slice(0, until).findLast((one) => one.name === name);
      if (last) return last.value;
      until = task.since;
      task = task.parent;
    }
    return undefined;
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.values.push({ name, value });
  }
}
