// Each `do` gets a signal of its own, which a listener aborts. The listener is removed after that step.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  let failure: { cause: unknown } | undefined;
  for (const step of steps) {
    if (signal.aborted) break;
    const controller = new AbortController();
    const stop = () => controller.abort(signal.reason);
    signal.addEventListener('abort', stop);
    try {
      await step.do(controller.signal);
      done.push(step);
    } catch (cause) {
      failure = { cause };
    } finally {
      signal.removeEventListener('abort', stop);
    }
    if (failure) break;
  }
  if (signal.aborted) failure = { cause: signal.reason };
  if (!failure) return;
  const errors: unknown[] = [];
  const { signal: never } = new AbortController();
  while (done.length > 0) {
    try {
      await done.pop()?.undo(never);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors.length === 0 ? failure.cause : new AggregateError(errors, 'Stuck', failure);
}
