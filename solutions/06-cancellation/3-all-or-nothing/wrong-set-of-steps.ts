// Keeps the steps that were done in a Set. (One that was done twice is in it once.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: In 'mine' the same flight is done twice
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done = new Set<Step>();
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.add(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const errors = await undoAll([...done]);
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
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
