// A name that the task has not set is looked up in its parent, when it is read.
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Task {
  readonly variables: Map<string, unknown>;
  readonly parent: Task | undefined;
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();

  fork<T>(f: () => T): T {
    return this.#tasks.run({ variables: new Map(), parent: this.#tasks.getStore() }, f);
  }

  get(name: string): unknown {
    let task = this.#tasks.getStore();
    while (task && !task.variables.has(name)) task = task.parent;
    return task?.variables.get(name);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.variables.set(name, value);
  }
}
