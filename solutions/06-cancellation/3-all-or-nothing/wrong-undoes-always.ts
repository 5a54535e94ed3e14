// Undoes in `finally`, which runs after a success, too.
// Fails: runs one do after another, and fulfils when the last one has fulfilled
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: there is nothing to undo
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  let failure: { cause: unknown } | undefined;
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    failure = { cause: signal.aborted ? signal.reason : error };
  } finally {
    const errors = await undoAll(done);
    if (errors.length > 0) failure = { cause: new AggregateError(errors, 'Not undone', failure) };
  }
  if (failure) throw failure.cause;
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
