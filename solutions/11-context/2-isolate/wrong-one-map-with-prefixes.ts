// One Map for all tasks, whose keys begin with the number of the task. (1 and `1x` is the key of 11 and `x`.)
// Fails: reads what the task has set, while other tasks set theirs
// Says: At 3 ms 'no. 1, round 1' read 'no. 20'
import { AsyncLocalStorage } from 'node:async_hooks';

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<number>();
  readonly #variables = new Map<string, unknown>();
  #last = 0;

  fork<T>(f: () => T): T {
    const parent = this.#tasks.getStore();
    const task = ++this.#last;
    for (const [key, value] of [...this.#variables])
      if (parent && key.startsWith(`${parent}`))
        this.#variables.set(`${task}${key.slice(`${parent}`.length)}`, value);
    return this.#tasks.run(task, f);
  }

  get(name: string): unknown {
    return this.#variables.get(`${this.#tasks.getStore()}${name}`);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    this.#variables.set(`${task}${name}`, value);
  }
}
