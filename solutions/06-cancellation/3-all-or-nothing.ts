/** Starts work and returns its promise. Aborting the signal tells the work to stop. */
type Op = (signal: AbortSignal) => Promise<unknown>;

/** Something to do, and the way to undo it when it was done. */
interface Step {
  do: Op;
  undo: Op;
}

/**
 * Does all steps, or undoes those that were done.
 *
 * - Runs one `do` after another. The first starts immediately, each of the others as soon as the one before it has
 *   fulfilled, whatever its value. Fulfils when the last one has fulfilled. An abort after that has no effect.
 * - Each `do` gets `signal`, or a signal of yours that is aborted together with it while that `do` is running, for the
 *   same reason. An abort reaches the `do` that is running, also if it comes during the call of `do`.
 * - When a `do` rejects, or throws in the call, starts no further step. A step whose `do` failed is not undone.
 * - Undoes all steps that were done, from the last one to the first. Each `undo` starts as soon as the `undo` that
 *   was called before it has settled.
 * - When all are undone, rejects with the reason of that `do`, as it is. What an `undo` fulfils with does not count.
 * - Each `undo` gets a signal that is not aborted, and is never aborted.
 * - When `signal` is aborted while a `do` is running, waits for its end. Then undoes the steps in the same way.
 * - After such an abort, rejects with the reason of `signal`, whatever that `do` rejects with, or throws.
 * - A `do` that fulfils after the abort was done: its step is undone, too. That includes the last step.
 * - An abort during an `undo` changes nothing: the steps are undone, and it rejects with the first reason.
 * - When an `undo` rejects, or throws in the call, the other steps are undone all the same.
 * - After that, rejects with an AggregateError. Its `errors` are the reasons of these undos, one for each, in the
 *   order in which they ran. Its `cause` is the reason that the call rejects with when no `undo` fails.
 * - When `signal` was aborted before the call, calls nothing, and rejects immediately with its reason.
 * - Each call is for itself, also with the same list and signal. A step may be in the list twice. The list stays as
 *   it is. `signal` keeps no listener of the call; other listeners and `onabort` of it stay as they are.
 */
export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.do(signal);
      done.push(step);
    }
    // The last step may have fulfilled in spite of the abort.
    signal.throwIfAborted();
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const errors = await undoAll(done);
    throw errors.length === 0 ? cause : new AggregateError(errors, 'Not all is undone', { cause });
  }
}

/** Undoes the steps, the last one first. Returns the reasons of those that failed. */
async function undoAll(done: Step[]): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const step of done.toReversed()) {
    try {
      // The signal of the caller may be aborted: with that one, nothing would be undone.
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
