/**
 * A channel as in Go. Nothing lies between the code that sends a value and the loop that takes it: they meet.
 *
 * - `send` fulfils in the millisecond in which a loop takes its value, and not before. It waits as long as it must.
 * - The values are taken in the order in which they are sent. Loops that wait get them in the order in which they came.
 * - A value never overtakes one that waits to be taken. A loop never overtakes one that waits. That holds in whatever
 *   microtask they come.
 * - Each value is taken once, whatever value it is, also if the same one is sent again. No value ends a loop.
 * - `close` ends all loops that wait, in that millisecond. A loop that comes later ends immediately.
 * - A value that was sent before `close` can still be taken, and its `send` fulfils. A loop ends when no value waits.
 * - After `close`, `send` rejects with the Error `channel is closed`. It does not throw in the call, and no loop gets the
 *   value.
 * - A second `close` does nothing.
 * - A loop may be left with `break`, `return` or an error. It takes no more values, and it closes nothing: values that
 *   wait go on waiting, and so do other loops.
 * - Each `Channel` has its own values and loops, and is closed by itself.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Channel<T> implements AsyncIterable<T> {
  /** Values that wait for a loop; where there is one, no loop waits. */
  readonly #sent: { value: T; taken: () => void }[] = [];
  /** Loops that wait for a value. */
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T): Promise<void> {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) next({ done: false, value });
    else await new Promise<void>((taken) => this.#sent.push({ value, taken }));
  }

  close(): void {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    // No `return`: a loop that is left keeps nothing, and only `close` ends the channel.
    return { next: () => this.#take() };
  }

  async #take(): Promise<IteratorResult<T, undefined>> {
    const first = this.#sent.shift();
    if (first) {
      first.taken();
      return { done: false, value: first.value };
    }
    // Only now: what was sent before the close comes first.
    if (this.#isClosed) return { done: true, value: undefined };
    return new Promise((next) => this.#waiting.push(next));
  }
}
