// Each task copies the variables of the outermost task, and not of its parent.
// Fails: begins with a copy of the variables of the task that forks it
// Says: A task begins with the variables that its parent has when it calls `fork`.
import { AsyncLocalStorage } from 'node:async_hooks';

type Variables = Map<string, unknown>;

export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<{ root: Variables; own: Variables }>();

  fork<T>(f: () => T): T {
    const root = this.#tasks.getStore()?.root;
    const own: Variables = new Map(root);
    return this.#tasks.run({ root: root ?? own, own }, f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.own.get(name);
  }

  set(name: string, value: unknown): void {
    const task = this.#tasks.getStore();
    if (!task) throw new Error('no task');
    task.own.set(name, value);
  }
}
