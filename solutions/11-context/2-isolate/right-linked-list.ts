// A linked list that never changes, in a cell for each task: to copy it is to remember its head.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Variable {
  readonly name: string;
  readonly value: unknown;
  readonly before: Variable | undefined;
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<{ head: Variable | undefined }>();

  fork<T>(f: () => T): T {
    return this.#tasks.run({ head: this.#tasks.getStore()?.head }, f);
  }

  get(name: string): unknown {
    let variable = this.#tasks.getStore()?.head;
    while (variable && variable.name !== name) variable = variable.before;
    return variable?.value;
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.head = { name, value, before: task.head };
  }
}
