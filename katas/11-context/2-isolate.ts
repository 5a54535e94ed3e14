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
  fork<T>(f: () => T): T {
    // TODO: call f as a task that has its own copy of the variables.
    throw new Error('TODO: write fork() in katas/11-context/2-isolate.ts');
  }

  get(name: string): unknown {
    // TODO: return the value that the variable has in this task.
    throw new Error('TODO: write get() in katas/11-context/2-isolate.ts');
  }

  set(name: string, value: unknown): void {
    // TODO: set the variable, for this task only.
    throw new Error('TODO: write set() in katas/11-context/2-isolate.ts');
  }
}
