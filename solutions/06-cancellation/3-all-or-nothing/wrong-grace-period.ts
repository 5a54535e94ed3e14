// Allows 5 seconds for the clean-up. (A clean-up that is cut off leaves a step done.)
// Fails: calls each undo with a signal that is never aborted
// Fails: waits after an abort for the do that is running, and undoes the steps
// Fails: undoes the other steps when an undo fails
// Says: pass it a signal that is never aborted
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
    try {
      await step.undo(AbortSignal.timeout(5000));
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
