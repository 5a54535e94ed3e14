// One listener notes the abort, and is removed before the way back. Each `do` gets a signal of `AbortSignal.any`.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  let failure: { cause: unknown } | undefined;
  const note = () => {
    failure = { cause: signal.reason };
  };
  if (signal.aborted) note();
  signal.addEventListener('abort', note);
  const done: Step[] = [];
  for (const step of steps) {
    if (failure) break;
    try {
      await step.do(AbortSignal.any([signal]));
      done.unshift(step);
    } catch (cause) {
      failure ??= { cause };
    }
  }
  signal.removeEventListener('abort', note);
  if (!failure) return;
  const errors: unknown[] = [];
  for (const step of done) {
    await Promise.resolve(AbortSignal.any([]))
      .then((never) => step.undo(never))
      .catch((error) => errors.push(error));
  }
  throw errors.length === 0 ? failure.cause : new AggregateError(errors, 'Not undone', failure);
}
