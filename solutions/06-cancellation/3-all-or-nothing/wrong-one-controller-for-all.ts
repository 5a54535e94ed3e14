// Keeps the controller outside of the function. (The second call replaces that of the first, whose steps are never told.)
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: Two calls have the same list and the same signal.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

let own = new AbortController();
const forward = (event: Event) => own.abort((event.target as AbortSignal).reason);
export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  own = new AbortController();
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
