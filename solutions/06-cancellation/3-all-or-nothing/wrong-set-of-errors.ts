// Lists each error once. (Two undos may fail with the same one, and two steps are still done.)
// Fails: rejects with an AggregateError when an undo fails
// Says: with an AggregateError of [[ 'no car', 'no line' ]] at
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
      throw new AggregateError(new Set(errors), 'some undo failed', { cause: reason });
    throw reason;
  }
}
