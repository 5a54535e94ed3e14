// Aborts a controller of its own, without the reason. (The step cannot say why it had to stop.)
// Fails: lets an abort reach the do that is running
// Says: Work may ask why it has to stop.
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
      const controller = new AbortController();
      const stop = () => controller.abort();
      signal.addEventListener('abort', stop);
      try {
        await step.do(controller.signal);
      } finally {
        signal.removeEventListener('abort', stop);
      }
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
