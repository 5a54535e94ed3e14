// Folds the list from its end into one function: each step wraps all that come after it.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const errors: unknown[] = [];
  const check = async () => signal.throwIfAborted();
  const all = steps.reduceRight(
    (rest, step) => async () => {
      signal.throwIfAborted();
      await step.do(signal);
      try {
        await rest();
      } catch (error) {
        cause ??= { reason: signal.aborted ? signal.reason : error };
        await Promise.resolve(new AbortController().signal)
          .then(step.undo)
          .catch((failure) => errors.push(failure));
        throw error;
      }
    },
    check,
  );
  let cause: { reason: unknown } | undefined;
  try {
    await all();
  } catch (error) {
    const { reason } = cause ?? { reason: signal.aborted ? signal.reason : error };
    throw errors.length > 0 ? new AggregateError(errors, 'Oh', { cause: reason }) : reason;
  }
}
