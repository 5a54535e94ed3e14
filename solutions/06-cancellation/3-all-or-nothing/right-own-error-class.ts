// A class of its own, which extends AggregateError and has another name. A frozen error.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

class NotUndone extends AggregateError {
  override readonly name = 'NotUndone';
}
export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const done: Step[] = [];
  let failed: { reason: unknown } | undefined;
  for (const step of steps) {
    try {
      await step.do(signal);
      done.unshift(step);
    } catch (reason) {
      failed = { reason };
    }
    if (signal.aborted) failed = { reason: signal.reason };
    if (failed) break;
  }
  if (!failed) return;
  const errors: unknown[] = [];
  for (const step of done) {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors.length
    ? Object.freeze(new NotUndone(errors, 'Not all is undone', { cause: failed.reason }))
    : failed.reason;
}
