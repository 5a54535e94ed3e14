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
  get isSet(): boolean {
    // TODO: say whether it is set.
    throw new Error('TODO: write isSet in katas/08-synchronisation/3-event.ts');
  }

  set(): void {
    // TODO: wake all that wait.
    throw new Error('TODO: write set() in katas/08-synchronisation/3-event.ts');
  }

  clear(): void {
    // TODO: from now on, it is not set.
    throw new Error('TODO: write clear() in katas/08-synchronisation/3-event.ts');
  }

  async wait(): Promise<void> {
    // TODO: wait until it is set.
    throw new Error('TODO: write wait() in katas/08-synchronisation/3-event.ts');
  }
}
