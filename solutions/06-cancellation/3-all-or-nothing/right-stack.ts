// A stack of functions that undo, which are called from the top.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const stack: (() => Promise<unknown>)[] = [];
  let reason: unknown;
  let isWell = true;
  for (const { do: doing, undo } of steps) {
    try {
      await doing(signal);
      stack.push(() => undo(new AbortController().signal));
      signal.throwIfAborted();
    } catch (error) {
      isWell = false;
      reason = signal.aborted ? signal.reason : error;
      break;
    }
  }
  if (isWell) return;
  const errors: unknown[] = [];
  for (let undo = stack.pop(); undo; undo = stack.pop()) {
    try {
      await undo();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Still booked', { cause: reason });
  throw reason;
}
