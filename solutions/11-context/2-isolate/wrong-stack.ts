// The task that was forked last is on top of a stack. (It is not the one that runs now.)
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
  readonly #stack: Map<string, unknown>[] = [];

  fork<T>(f: () => T): T {
    const own = new Map(this.#stack.at(-1));
    this.#stack.push(own);
    const leave = () => {
      this.#stack.splice(this.#stack.indexOf(own), 1);
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
    return this.#stack.at(-1)?.get(name);
  }

  set(name: string, value: unknown): void {
    const variables = this.#stack.at(-1);
    if (!variables) throw new Error('no task');
    variables.set(name, value);
  }
}
