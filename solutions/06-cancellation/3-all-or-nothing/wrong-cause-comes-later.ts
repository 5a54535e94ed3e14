// Reads the cause when all is undone. (An abort during an undo is not why the steps were undone.)
// Fails: rejects with an AggregateError when an undo fails
// Says: AggregateError whose `cause` is
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
        await step.undo(new AbortController().signal);
      } catch (failure) {
        errors.push(failure);
      }
    }
    if (errors.length > 0)
      throw new AggregateError(errors, 'some undo failed', {
        cause: signal.aborted ? signal.reason : reason,
      });
    throw reason;
  }
}
