// Sets `signal.onabort`, of which there is only one. (The caller, or another call, has set it before.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: Two calls have the same list and the same signal.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let isAborted = false;
  signal.onabort = () => {
    isAborted = true;
  };
  const done: Step[] = [];
  try {
    for (const step of steps) {
      if (isAborted) throw signal.reason;
      await step.do(signal);
      done.push(step);
    }
    if (isAborted) throw signal.reason;
  } catch (error) {
    const cause = isAborted ? signal.reason : error;
    const errors = await undoAll(done);
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
  } finally {
    signal.onabort = null;
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
