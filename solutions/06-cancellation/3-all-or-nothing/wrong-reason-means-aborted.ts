// Asks the reason whether the signal was aborted. (It may be `null`: `signal.aborted` says it.)
// Fails: calls nothing when the signal was aborted before the call
// Says: Look at signal.aborted first.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  if (signal.reason) throw signal.reason;
  const done: Step[] = [];
  try {
    for (const step of steps) {
      if (signal.reason) throw signal.reason;
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
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
