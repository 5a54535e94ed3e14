// One Map for all tasks, whose keys begin with the number of the task. (1 and `1x` is the key of 11 and `x`.)
// Fails: reads what the task has set, while other tasks set theirs
// Says: Each task has variables of its own.
import { AsyncLocalStorage } from 'node:async_hooks';

const variables = new Map<string, unknown>();
let last = 0;

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<{ id: number; names: Set<string> }>();

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const id = ++last;
    const names = new Set(parent?.names);
    for (const name of names) variables.set(`${id}${name}`, this.get(name));
    return this.#tasks.run({ id, names }, f);
  }

  get(name: string): unknown {
    const task = this.#tasks.getStore();
    return task?.names.has(name) ? variables.get(`${task.id}${name}`) : undefined;
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.names.add(name);
    variables.set(`${task.id}${name}`, value);
  }
}
