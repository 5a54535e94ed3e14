// The present task is in a field, and is put back when `f` has returned. (At the first `await`, it has only begun.)
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: uses one set of variables in all that belongs to the task
// Fails: belongs to the task also when f has ended
// Fails: has its own tasks in each TaskVariables
// Fails: sets no timer
// Says: At 11 ms 'log for Ada' read undefined; expected 'en'.
export class TaskVariables {
  #variables: Map<string, unknown> | undefined;

  fork<T>(f: () => T): T {
    const before = this.#variables;
    this.#variables = new Map(before);
    try {
      return f();
    } finally {
      this.#variables = before;
    }
  }

  get(name: string): unknown {
    return this.#variables?.get(name);
  }

  set(name: string, value: unknown): void {
    if (!this.#variables) throw new Error('no task');
    this.#variables.set(name, value);
  }
}
