/**
 * A barrier: `parties` calls of `wait` are a round. They wait for each other, and go on together.
 *
 * - The calls of a round fulfil in the millisecond in which the last of them comes. So the last one does not wait.
 * - Each of them fulfils with its place in the round: 0 for the first call, `parties - 1` for the last one.
 * - As soon as the last call of a round has come, each further call belongs to the next round: in whatever microtask it
 *   comes, also if its caller has just gone on.
 * - With one party, each call is a round, and no call waits.
 * - `abort` rejects the calls that wait, at the same moment, with its very reason, whatever value that is.
 * - Each call that comes after an abort rejects with that reason, at the same moment. They make no round any more.
 * - An abort does nothing to a round whose last call has come, also in the same millisecond.
 * - Only the first abort counts. A later one does nothing.
 * - Each `Barrier` has its own rounds and its own abort.
 * - Sets no timer. (`setImmediate` counts as one.)
 * - `parties` is a whole number from 1 on, or Infinity: then all calls wait for an abort. For any other number, the
 *   constructor throws a RangeError.
 */
export class Barrier {
  constructor(parties: number) {
    // TODO: remember how many calls are a round.
    throw new Error('TODO: write Barrier in katas/08-synchronisation/5-barrier.ts');
  }

  async wait(): Promise<number> {
    // TODO: wait until the round is complete.
    throw new Error('TODO: write wait() in katas/08-synchronisation/5-barrier.ts');
  }

  abort(reason: unknown): void {
    // TODO: reject the calls that wait, and those that come later.
    throw new Error('TODO: write abort() in katas/08-synchronisation/5-barrier.ts');
  }
}
