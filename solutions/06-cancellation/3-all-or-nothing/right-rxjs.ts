// `concatMap` of rxjs starts a step when the one before it is complete.
import { concatMap, from, lastValueFrom, toArray } from 'rxjs';

type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  const run = async (step: Step) => {
    signal.throwIfAborted();
    await step.do(signal);
    done.push(step);
  };
  const undone = async (step: Step) => {
    try {
      await step.undo(new AbortController().signal);
      return [];
    } catch (error) {
      return [error];
    }
  };
  try {
    await lastValueFrom(from(steps).pipe(concatMap(run)), { defaultValue: undefined });
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const undoing = from(done.reverse()).pipe(concatMap(undone), toArray());
    const errors = (await lastValueFrom(undoing)).flat();
    if (errors.length === 0) throw cause;
    throw new AggregateError(errors, 'Not all is undone', { cause });
  }
}
