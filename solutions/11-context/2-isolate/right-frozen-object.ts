// A frozen object without a prototype, which `set` replaces by another one.
import { AsyncLocalStorage } from 'node:async_hooks';

type Variables = Readonly<Record<string, unknown>>;

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<{ variables: Variables }>();

  fork<T>(f: () => T): T {
    const variables = this.#tasks.getStore()?.variables ?? Object.create(null);
    return this.#tasks.run({ variables }, f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.variables[name];
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    const variables = Object.assign(Object.create(null), task.variables, { [name]: value });
    task.variables = Object.freeze(variables);
  }
}
