// Chains the steps with `then`, and calls the first one outside of the chain. (If that throws, so does this function.)
// Fails: rejects with the reason of the do that failed, when all are undone
// Says: It threw synchronously at 0 ms
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  const [first, ...rest] = steps;
  if (!first) return Promise.resolve();
  const done: Step[] = [];
  let doing: Promise<unknown> = first.do(signal).then(() => done.push(first));
  for (const step of rest) {
    doing = doing.then(async () => {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    });
  }
  return doing
    .then(() => signal.throwIfAborted())
    .catch(async (error) => {
      const cause = signal.aborted ? signal.reason : error;
      const errors = await undoAll(done);
      throw errors.length === 0
        ? cause
        : new AggregateError(errors, 'Not all is undone', { cause });
    });
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
