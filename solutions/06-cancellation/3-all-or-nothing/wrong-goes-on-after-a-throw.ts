// Goes on with the next step when the call of a `do` throws.
// Fails: starts no step after a do that fails, and does not undo that one
// Fails: rejects with the reason of the do that failed, when all are undone
// Fails: rejects with an AggregateError when an undo fails
// Says: 'tour' was started
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  let thrown: { error: unknown } | undefined;
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      let running: Promise<unknown>;
      try {
        running = step.do(signal);
      } catch (error) {
        thrown ??= { error };
        continue;
      }
      await running;
      done.push(step);
    }
    if (thrown) throw thrown.error;
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
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
