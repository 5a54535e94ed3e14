import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Variables that each task has for itself. A task is all that the `f` of one `fork` sets going: what it calls and
 * awaits, and its timers and handlers. A `fork` within it is a task of its own.
 *
 * - In a task, `get` returns what the task has last `set` under that name, whatever other tasks do meanwhile.
 * - A task begins with a copy of the variables of the task that forks it, as they are at that moment. The values are not
 *   copied: `get` returns the value itself. Any text is a name, and any value may be set, also undefined.
 * - What a task sets later, the tasks that it has forked do not read.
 * - What a task sets, its parent and all other tasks do not read, also when the task has ended or failed.
 * - Only `fork` copies: functions, awaits, timers, immediates, microtasks and handlers of a task use its variables. What one
 *   of them sets, the others read.
 * - They belong to the task also when `f` has ended.
 * - For a name that has no value in the task, `get` returns undefined.
 * - Outside of all tasks, `get` returns undefined, and `set` throws an Error with the message `no task`, and sets nothing. A
 *   task that is forked there begins with no variables.
 * - `fork` calls `f` once, in the call, and returns what `f` returns, as it is. What `f` throws, it throws. After the call, the
 *   caller is in its own task again, or in none. A rejection that the caller does not handle stays unhandled.
 * - Each `TaskVariables` has its own tasks and its own variables.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class TaskVariables {
  readonly #tasks = new AsyncLocalStorage<Map<string, unknown>>();

  fork<T>(f: () => T): T {
    // The context follows all that f sets going. It does not copy: without a new Map, all tasks would share one.
    return this.#tasks.run(new Map(this.#tasks.getStore()), f);
  }

  get(name: string): unknown {
    return this.#tasks.getStore()?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#tasks.getStore();
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
