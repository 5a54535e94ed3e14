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
  async send(value: T): Promise<void> {
    // TODO: wait until a loop has taken the value.
    throw new Error('TODO: write send() in katas/09-channels/3-channel.ts');
  }

  close(): void {
    // TODO: from now on, nothing is sent.
    throw new Error('TODO: write close() in katas/09-channels/3-channel.ts');
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    // TODO: return what a `for await` loop asks for its next value.
    throw new Error('TODO: write [Symbol.asyncIterator]() in katas/09-channels/3-channel.ts');
  }
}
