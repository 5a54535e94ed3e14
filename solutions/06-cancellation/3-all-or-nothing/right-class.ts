// A class that remembers what was done: `run` and `rollBack` are its methods.
type Op = (signal: AbortSignal) => Promise<unknown>;

interface Step {
  do: Op;
  undo: Op;
}

class Booking {
  readonly #signal: AbortSignal;
  readonly #done: Step[] = [];
  /** Nobody aborts it. */
  readonly #cleaning = new AbortController();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async run(step: Step): Promise<void> {
    await step.do(this.#signal);
    this.#done.unshift(step);
    this.#signal.throwIfAborted();
  }

  async rollBack(cause: unknown): Promise<never> {
    const errors: unknown[] = [];
    for (const { undo } of this.#done) {
      try {
        await undo(this.#cleaning.signal);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Rolled back in part', { cause });
    throw cause;
  }
}

export async function allOrNothing(steps: Step[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const booking = new Booking(signal);
  for (const step of steps) {
    try {
      await booking.run(step);
    } catch (error) {
      await booking.rollBack(signal.aborted ? signal.reason : error);
    }
  }
}
