// Recursion: a step does the rest of the list, and undoes itself if that fails.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const errors: unknown[] = [];
  try {
    await doFrom(0);
  } catch (cause) {
    if (errors.length === 0) throw cause;
    throw new AggregateError(errors, 'Not all could be undone', { cause });
  }

  async function doFrom(place: number): Promise<void> {
    signal.throwIfAborted();
    const step = steps[place];
    if (!step) return;
    try {
      await step.do(signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
    try {
      await doFrom(place + 1);
    } catch (cause) {
      await undo(step);
      throw cause;
    }
  }

  async function undo(step: Step): Promise<void> {
    try {
      await step.undo(new AbortController().signal);
    } catch (error) {
      errors.push(error);
    }
  }
}
