// Waits for a moment before each undo, so that the other side has time. (Each `await` has waited for it.)
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
// Says: A timer fired at 94 ms, which was set at 93 ms.
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
    const errors = await undoAll(done);
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
  }
}

async function undoAll(done: Step[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
