// Ignores an undo that fails. (The caller believes that nothing is booked.)
// Fails: rejects with an AggregateError when an undo fails
// Says: the caller has to know: reject with an AggregateError
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
    for (const step of done.reverse()) {
      try {
        await step.undo(new AbortController().signal);
      } catch {}
    }
    throw cause;
  }
}
