// Looks at the signal between two steps, and does not pass it on. (The step that is running is never told.)
// Fails: lets an abort reach the do that is running
// Fails: calls each undo with a signal that is never aborted
// Fails: waits after an abort for the do that is running, and undoes the steps
// Fails: rejects after an abort with the reason of the signal
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: Pass the signal on to each 'do'.
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
      await step.do(new AbortController().signal);
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
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
