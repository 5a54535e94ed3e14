// The variables are kept by the id of what runs now. (After an `await`, something else runs.)
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: uses one set of variables in all that belongs to the task
// Fails: belongs to the task also when f has ended
// Fails: has its own tasks in each TaskVariables
// Fails: sets no timer
// Says: At 11 ms 'log for Ada' read undefined; expected 'en'.
import { AsyncResource, executionAsyncId } from 'node:async_hooks';

export class TaskVariables {
  readonly #variables = new Map<number, Map<string, unknown>>();

  fork<T>(f: () => T): T {
    const task = new AsyncResource('task');
    this.#variables.set(task.asyncId(), new Map(this.#variables.get(executionAsyncId())));
    return task.runInAsyncScope(f);
  }

  get(name: string): unknown {
    return this.#variables.get(executionAsyncId())?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#variables.get(executionAsyncId());
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
