// An async generator that yields each step when it is done; its reader remembers them.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

async function* doing(steps: Iterable<Step>, signal: AbortSignal) {
  for (const step of steps) {
    signal.throwIfAborted();
    await step.do(signal);
    yield step;
  }
  signal.throwIfAborted();
}

/** Yields the reason of each undo that fails. */
async function* undoing(steps: Iterable<Step>) {
  for (const step of steps) {
    const { signal } = new AbortController();
    const [end] = await Promise.allSettled([(async () => step.undo(signal))()]);
    if (end.status === 'rejected') yield end.reason as unknown;
  }
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    for await (const step of doing(steps, signal)) done.push(step);
  } catch (error) {
    const cause = signal.aborted ? signal.reason : error;
    const errors: unknown[] = [];
    for await (const failure of undoing(done.reverse())) errors.push(failure);
    if (errors.length === 0) throw cause;
    throw new AggregateError(errors, 'Some steps are still done', { cause });
  }
}
