// Aborts its own controller with an Error when the reason of the signal is `null`.
// Fails: lets an abort reach the do that is running
// Says: Work may ask why it has to stop.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const own = new AbortController();
  const forward = (event: Event) => own.abort(signal.reason ?? new Error('aborted'));
  signal.addEventListener('abort', forward, { once: true });
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(own.signal);
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
  } finally {
    signal.removeEventListener('abort', forward);
  }
}
