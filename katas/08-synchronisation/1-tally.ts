/** Starts a count and returns its promise. */
type Io<T> = () => Promise<T>;

/**
 * Adds up what is counted in several places. The counts take time, and run concurrently.
 *
 * - `add` calls `count` once, during the call, with no arguments. It does not wait for other counts.
 * - The promise of `add` fulfils at the moment at which `count` fulfils: in the same millisecond.
 * - `total` is 0 at first. A number is added to it when its count fulfils, and before the promise of `add` does.
 * - No number is lost: in whatever order the counts fulfil, and when many of them fulfil at the same moment.
 * - Adds any finite number as it is: also 0, a negative number, a fraction or a very large one.
 * - When `count` rejects, rejects with the same reason at that moment, whatever it is, and adds nothing. A throw of
 *   `count` counts as a rejection.
 * - After a failure, all other counts are added as before.
 * - Adds once for each call, also when two calls get the same function or the same promise, or when a count calls
 *   `add`. Each tally has its own total.
 */
export class Tally {
  get total(): number {
    // TODO: return the sum of all counts that have fulfilled.
    throw new Error('TODO: write total in katas/08-synchronisation/1-tally.ts');
  }

  async add(count: Io<number>): Promise<void> {
    throw new Error('TODO: write add() in katas/08-synchronisation/1-tally.ts');
  }
}
