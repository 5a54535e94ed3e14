// All values of all tasks in one list. A task knows which of them it can see: those of its forebears before the fork.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Task {
  readonly parent: Task | undefined;
  /** How many values there were when it was forked. */
  readonly since: number;
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();
  readonly #values: { task: Task; name: string; value: unknown }[] = [];

  fork<T>(f: () => T): T {
    return this.#tasks.run({ parent: this.#tasks.getStore(), since: this.#values.length }, f);
  }

  get(name: string): unknown {
    let task = this.#tasks.getStore();
    let until = this.#values.length;
    while (task) {
      const own = task;
      const known = this.#values.slice(0, until);
      const last = known.findLast((one) => one.task === own && one.name === name);
      if (last) return last.value;
      until = task.since;
      task = task.parent;
    }
    return undefined;
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    this.#values.push({ task, name, value });
  }
}
