// A failed undo leaves the loop. (The steps before it stay done.)
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Says: The flight is still booked, and has to be undone all the same.
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
      done.unshift(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    try {
      for (const { undo } of done) await undo(new AbortController().signal);
    } catch (failure) {
      throw new AggregateError([failure], 'Not undone', { cause });
    }
    throw cause;
  }
}
