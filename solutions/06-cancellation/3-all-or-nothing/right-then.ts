// Chains of `then` and no `await`: one chain does, another one undoes.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  let doneCount = 0;
  let doing: Promise<unknown> = Promise.resolve();
  for (const step of steps) {
    doing = doing
      .then(() => signal.throwIfAborted())
      .then(() => step.do(signal))
      .then(() => doneCount++);
  }
  return doing
    .then(() => signal.throwIfAborted())
    .catch((error) => {
      const cause = signal.aborted ? signal.reason : error;
      const errors: unknown[] = [];
      let undoing: Promise<unknown> = Promise.resolve();
      for (const step of steps.slice(0, doneCount).reverse()) {
        undoing = undoing
          .then(() => step.undo(new AbortController().signal))
          .catch((failure) => errors.push(failure));
      }
      return undoing.then(() => {
        throw errors.length > 0 ? new AggregateError(errors, 'Not undone', { cause }) : cause;
      });
    });
}
