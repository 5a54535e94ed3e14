// `p-map` with a concurrency of 1, twice. With `stopOnError: false` it makes an AggregateError by itself.
import pMap from 'p-map';

type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    signal.throwIfAborted();
    await pMap(
      steps,
      async (step) => {
        await step.do(signal);
        done.unshift(step);
        signal.throwIfAborted();
      },
      { concurrency: 1 },
    );
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const undo = async (step: Step) => step.undo(new AbortController().signal);
    await pMap(done, undo, { concurrency: 1, stopOnError: false }).catch(({ errors }) => {
      throw new AggregateError(errors, 'Not all is undone', { cause });
    });
    throw cause;
  }
}
