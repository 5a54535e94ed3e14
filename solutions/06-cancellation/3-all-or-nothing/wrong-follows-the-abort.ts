// Gives the clean-up a signal that is fresh, but follows the next abort. (The user leaves, and the clean-up ends.)
// Fails: calls each undo with a signal that is never aborted
// Fails: goes on undoing when the abort comes meanwhile, and rejects with the first reason
// Fails: rejects with an AggregateError when an undo fails
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
    const cleaning = new AbortController();
    const stop = () => cleaning.abort(signal.reason);
    signal.addEventListener('abort', stop);
    const errors = await undoAll(done, cleaning.signal);
    signal.removeEventListener('abort', stop);
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
