// All instances share one AsyncLocalStorage, and with it their variables.
// Fails: has its own tasks in each TaskVariables
// Says: At 0 ms 'outside of b' read 'a'
import { AsyncLocalStorage } from 'node:async_hooks';

const tasks = new AsyncLocalStorage<Map<string, unknown>>();

export class TaskVariables {
  fork<T>(f: () => T): T {
    return tasks.run(new Map(tasks.getStore()), f);
  }

  get(name: string): unknown {
    return tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
