// One storage for all instances: a task knows its variables of each of them.
import { AsyncLocalStorage } from 'node:async_hooks';

const tasks = new AsyncLocalStorage<ReadonlyMap<TaskVariables, Map<string, unknown>>>();

export class TaskVariables {
  fork<T>(f: () => T): T {
    const parent = tasks.getStore();
    return tasks.run(new Map(parent).set(this, new Map(parent?.get(this))), f);
  }

  get(name: string): unknown {
    return tasks.getStore()?.get(this)?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = tasks.getStore()?.get(this);
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
