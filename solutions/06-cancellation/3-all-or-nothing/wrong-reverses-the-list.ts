// Turns the list of the caller around in order to go back. (`reverse()` changes the list itself.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: 'another list' ]
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  let isDone = 0;
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      isDone++;
    }
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const errors: unknown[] = [];
    for (const step of steps.reverse().slice(-isDone || steps.length)) {
      try {
        await step.undo(new AbortController().signal);
      } catch (failure) {
        errors.push(failure);
      }
    }
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
  }
}
