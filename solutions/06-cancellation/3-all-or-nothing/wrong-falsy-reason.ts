// Asks the reason itself whether there was a failure. (A promise may reject with `undefined`, or with an empty text.)
// Fails: rejects with the reason of the do that failed, when all are undone
// Fails: rejects after an abort with the reason of the signal
// Fails: undoes a do that fulfils after the abort, also the last one
// Fails: rejects with an AggregateError when an undo fails
// Says: Does your code test the reason itself
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  let cause: unknown;
  for (const step of steps) {
    try {
      await step.do(signal);
      done.push(step);
      signal.throwIfAborted();
    } catch (error) {
      cause = signal.aborted ? signal.reason : error;
      break;
    }
  }
  if (!cause) return;
  const errors = await undoAll(done);
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
