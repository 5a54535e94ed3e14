// Aborts the signal of the undos when one has failed, to tidy up. (What they have opened may depend on it.)
// Fails: calls each undo with a signal that is never aborted
// Says: It logged 'the signal is aborted'
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    const errors: unknown[] = [];
    const own = new AbortController();
    for (const step of done.reverse()) {
      try {
        await step.undo(own.signal);
      } catch (failure) {
        errors.push(failure);
      }
    }
    if (errors.length > 0) own.abort(reason);
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
