// Starts all steps at the same time. (Each one may need what the one before it has done.)
// Fails: runs one do after another, and fulfils when the last one has fulfilled
// Fails: lets an abort reach the do that is running
// Fails: starts no step after a do that fails, and does not undo that one
// Fails: undoes all steps that were done, the last one first, one after another
// Fails: rejects with the reason of the do that failed, when all are undone
// Fails: calls each undo with a signal that is never aborted
// Fails: waits after an abort for the do that is running, and undoes the steps
// Fails: rejects after an abort with the reason of the signal
// Fails: undoes a do that fulfils after the abort, also the last one
// Fails: goes on undoing when the abort comes meanwhile, and rejects with the first reason
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: Calling a function starts its work, even without await.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const ends = await Promise.allSettled(steps.map(async (step) => step.do(signal)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (!failed && !signal.aborted) return;
  const cause = signal.aborted ? signal.reason : failed?.reason;
  const errors = await undoAll(steps.filter((_, i) => ends[i]?.status === 'fulfilled'));
  throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
}

async function undoAll(done: Step[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
