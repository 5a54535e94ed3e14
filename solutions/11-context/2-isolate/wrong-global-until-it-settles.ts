// The present task is in a field until its promise has settled. (Other tasks run meanwhile.)
// Fails: reads what the task has set, while other tasks set theirs
// Fails: begins with a copy of the variables of the task that forks it
// Fails: does not read what its parent sets later
// Fails: changes nothing for its parent or for other tasks
// Fails: uses one set of variables in all that belongs to the task
// Fails: belongs to the task also when f has ended
// Fails: sets and reads nothing outside of all tasks
// Fails: calls f once in the call, and returns or throws what it does
// Says: Each task has variables of its own.
export class TaskVariables {
  #variables: Map<string, unknown> | undefined;

  fork<T>(f: () => T): T {
    const before = this.#variables;
    this.#variables = new Map(before);
    const leave = () => {
      this.#variables = before;
    };
    try {
      const result = f();
      if (result instanceof Promise) result.then(leave, leave);
      else leave();
      return result;
    } catch (error) {
      leave();
      throw error;
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
