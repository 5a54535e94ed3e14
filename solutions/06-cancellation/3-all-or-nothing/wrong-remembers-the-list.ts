// Returns the same promise for the same list, so that nothing is booked twice. (The second caller wants a second trip.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: both are called again
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

const running = new WeakMap<Step[], Promise<void>>();

export function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const known = running.get(steps) ?? run(steps, signal);
  running.set(steps, known);
  return known;
}

async function run(steps: Step[], signal: AbortSignal): Promise<void> {
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
