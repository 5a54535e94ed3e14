// Puts the cause in front of the errors of the undos. (Then the caller cannot tell which is which.)
// Fails: rejects with an AggregateError when an undo fails
// Says: with an AggregateError of [Error('no bread'), null]
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
    const errors = await undoAll(done);
    if (errors.length === 0) throw cause;
    throw new AggregateError([cause, ...errors], 'Not all is undone', { cause });
  }
}

async function undoAll(done: Step[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
