// Passes the signal on to the clean-up as well. (It has been aborted, so the clean-up stops at its first line.)
// Fails: calls each undo with a signal that is never aborted
// Fails: waits after an abort for the do that is running, and undoes the steps
// Fails: rejects after an abort with the reason of the signal
// Fails: undoes a do that fulfils after the abort, also the last one
// Fails: goes on undoing when the abort comes meanwhile, and rejects with the first reason
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: with a signal that had already been aborted
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const errors = await undoAll(done, signal);
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
  }
}

async function undoAll(done: Step[], signal: AbortSignal): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    try {
      await step.undo(signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
