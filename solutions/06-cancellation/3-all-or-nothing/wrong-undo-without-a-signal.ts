// Calls the undos without a signal after an abort, so that they cannot be told to stop. (They may need one.)
// Fails: calls each undo with a signal that is never aborted
// Says: also after an abort
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
    for (const step of done.reverse()) {
      try {
        await step.undo(
          signal.aborted ? (undefined as unknown as AbortSignal) : new AbortController().signal,
        );
      } catch (failure) {
        errors.push(failure);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
