// Adds its listener when the call of the `do` has returned. (An abort during that call comes before.)
// Fails: lets an abort reach the do that is running
// Says: also during its call
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      const own = new AbortController();
      const running = step.do(own.signal);
      const forward = () => own.abort(signal.reason);
      signal.addEventListener('abort', forward);
      try {
        await running;
      } finally {
        signal.removeEventListener('abort', forward);
      }
      done.push(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    const errors: unknown[] = [];
    for (const step of done.reverse()) {
      try {
        await step.undo(new AbortController().signal);
      } catch (failure) {
        errors.push(failure);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some undo failed', { cause: reason });
    throw reason;
  }
}
