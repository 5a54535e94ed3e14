// Wraps `signal.onabort`, and puts it back at the end. (The caller may set another one in between.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: The signal belongs to the caller, who listens to it from 5 ms on.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  const own = new AbortController();
  const before = signal.onabort;
  signal.onabort = (event) => {
    own.abort(signal.reason);
    before?.call(signal, event);
  };
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(own.signal);
      done.push(step);
    }
    signal.throwIfAborted();
    signal.onabort = before;
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    const errors: unknown[] = [];
    signal.onabort = before;
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
