// Parent and child share a Map, and each of them copies it before it writes.
import { AsyncLocalStorage } from 'node:async_hooks';

class Task {
  #variables: ReadonlyMap<string, unknown>;

  constructor(parent?: Task) {
    this.#variables = parent ? parent.#variables : new Map();
  }

  get(name: string): unknown {
    return this.#variables.get(name);
  }

  set(name: string, value: unknown): void {
    this.#variables = new Map(this.#variables).set(name, value);
  }
}

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Task>();

  fork<T>(f: () => T): T {
    return this.#tasks.run(new Task(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.set(name, value);
  }
}
