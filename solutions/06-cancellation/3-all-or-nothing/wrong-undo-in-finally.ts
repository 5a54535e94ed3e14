// An undo in a `finally` of each step: a `throw` there replaces the error that was on its way.
// Fails: rejects with an AggregateError when an undo fails
// Says: the caller has to know: reject with an AggregateError
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const run = async (place: number): Promise<void> => {
    const step = steps[place];
    if (!step) return signal.throwIfAborted();
    signal.throwIfAborted();
    try {
      await step.do(signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
    let isDone = false;
    try {
      await run(place + 1);
      isDone = true;
    } finally {
      if (!isDone) await step.undo(new AbortController().signal);
    }
  };
  await run(0);
}
