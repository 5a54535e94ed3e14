// Attaches a `catch` to the promise of each undo. (An undo that throws returns no promise, and the loop ends.)
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Says: The flight is still booked, and has to be undone all the same.
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
  while (done.length > 0) {
    const step = done.pop();
    await step?.undo(new AbortController().signal).catch((error) => errors.push(error));
  }
  return errors;
}
