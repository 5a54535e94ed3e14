interface Job {
  /** Settles when the job has ended: rejected when it has failed or was cancelled. */
  done: Promise<unknown>;
  /** Tells the job to stop, and returns at once. Stopping may take a while: see `done`. */
  cancel(): void;
}

/**
 * Waits for jobs. When one of the cancelling ones ends, the others are not needed any more: stops them.
 *
 * - A job that is not in `cancelling` stops nobody when it ends.
 * - The first job in `cancelling` that ends is the end for all that are still at work: they are cancelled
 *   at that moment, and who has ended before is left alone.
 * - Returns when all that were cancelled have ended (stopping takes time), and not earlier.
 * - Gives the job that had others cancelled: the very object that was passed in.
 * - A failure is an end as any other. It is not thrown, and not left unhandled.
 * - When nobody had to be cancelled, gives `undefined`: also when a cancelling job is the last to end,
 *   and there is nobody left to stop; without jobs at once.
 * - What is in `cancelling` and not in `jobs` counts for nothing.
 * - The two sets belong to the caller, and stay as they are.
 */
export async function waitWithCancel<J extends Job>(
  jobs: Set<J>,
  cancelling: Set<J>,
): Promise<J | undefined> {
  // TODO: wait for the jobs; when one of the cancelling ones ends, stop those still at work.
  throw new Error('TODO: write waitWithCancel() in katas/04-wait/4-wait-with-cancel.ts');
}
