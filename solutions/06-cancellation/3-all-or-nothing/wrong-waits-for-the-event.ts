// Remembers the 'abort' event. (It does not come again for a signal that was aborted before.)
// Fails: calls nothing when the signal was aborted before the call
// Says: Look at signal.aborted first.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  let isAborted = false;
  const remember = () => {
    isAborted = true;
  };
  signal.addEventListener('abort', remember);
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
    signal.removeEventListener('abort', remember);
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
