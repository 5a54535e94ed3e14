/**
 * Something that happens, and callers that wait for it. It is set or not set; at first, it is not.
 *
 * - While it is not set, calls of `wait` are pending. `set` wakes all of them: they fulfil in that millisecond.
 * - While it is set, `wait` fulfils in the millisecond of the call, however long ago `set` was called. It also does so
 *   if `clear` is called right after `wait`.
 * - `set` wakes all calls that are pending, also if `clear` is called right after it, or by code that it has woken.
 * - A call of `wait` that comes after `clear` is woken by the next `set`, in whatever microtask either comes.
 * - `clear` while it is not set changes nothing: pending calls are still woken by the next `set`. `set` while it is set
 *   changes nothing either.
 * - `isSet` says whether it is set, as soon as `set` or `clear` has been called. `wait` does not change it.
 * - It can be set and cleared again and again, and any number of calls can be pending.
 * - Each `Happening` has its own callers, and is set and cleared by itself.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Happening {
  #waiting: (() => void)[] = [];
  #isSet = false;

  get isSet(): boolean {
    return this.#isSet;
  }

  set(): void {
    this.#isSet = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  clear(): void {
    this.#isSet = false;
  }

  async wait(): Promise<void> {
    // Looks once. When it has been woken, it has happened, whatever the flag says.
    if (!this.#isSet) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
