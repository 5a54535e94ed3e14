// One storage for all instances: in a task of another one, `set` takes it for a task of this one.
// Fails: has its own tasks in each TaskVariables
// Says: Each TaskVariables has its own tasks.
import { AsyncLocalStorage } from 'node:async_hooks';

const tasks = new AsyncLocalStorage<Map<TaskVariables, Map<string, unknown>>>();

export class TaskVariables {
  fork<T>(f: () => T): T {
    const parent = tasks.getStore();
    return tasks.run(new Map(parent).set(this, new Map(parent?.get(this))), f);
  }

  get(name: string): unknown {
    return tasks.getStore()?.get(this)?.get(name);
  }

  set(name: string, value: unknown): void {
    const task = tasks.getStore();
    if (!task) throw new Error('no task');
    const variables = task.get(this) ?? new Map<string, unknown>();
    task.set(this, variables.set(name, value));
  }
}
