// Looks for the place of the step that failed with `indexOf`. (A step may be in the list twice.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: In 'mine' the same flight is done twice
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  for (const step of steps) {
    try {
      signal.throwIfAborted();
      await step.do(signal);
    } catch (error) {
      await goBack(steps.slice(0, steps.indexOf(step)), signal.aborted ? signal.reason : error);
    }
  }
  if (signal.aborted) await goBack(steps, signal.reason);
}

async function goBack(done: Step[], cause: unknown): Promise<never> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
}
