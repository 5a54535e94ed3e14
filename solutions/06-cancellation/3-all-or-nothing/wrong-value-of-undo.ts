// Takes an undo that fulfils with `false` for one that failed. (A promise that fulfils says that it is undone.)
// Fails: rejects with the reason of the do that failed, when all are undone
// Says: AggregateError
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
        const value = await step.undo(new AbortController().signal);
        if (value === false) throw new Error('not undone');
      } catch (failure) {
        errors.push(failure);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
