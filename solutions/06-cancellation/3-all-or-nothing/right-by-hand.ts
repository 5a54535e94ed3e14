// A promise made by hand, and two functions that call each other: one for the next step, one to go back.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const errors: unknown[] = [];
    const goOn = (place: number): void => {
      const step = steps[place];
      if (signal.aborted) goBack(place, signal.reason);
      else if (!step) resolve();
      else go(step, place);
    };
    const go = (step: Step, place: number): void => {
      const fail = (error: unknown) => goBack(place, signal.aborted ? signal.reason : error);
      start(() => step.do(signal)).then(() => goOn(place + 1), fail);
    };
    const goBack = (place: number, cause: unknown): void => {
      const step = steps[place - 1];
      if (!step) {
        const isUndone = errors.length === 0;
        reject(isUndone ? cause : new AggregateError(errors, 'Stuck', { cause }));
        return;
      }
      const next = () => goBack(place - 1, cause);
      start(() => step.undo(new AbortController().signal)).then(next, (error) => {
        errors.push(error);
        next();
      });
    };
    goOn(0);
  });
}

/** A throw in the call counts as a rejection. */
async function start(call: () => Promise<unknown>): Promise<unknown> {
  return call();
}
