// Fulfils when the loop comes back for the next value, not when it takes this one. (A Repeater does that.)
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: 'send a' fulfilled at 24 ms
interface Sent<T> {
  value: T;
  taken(): void;
}

export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: Sent<T>[] = [];
  readonly #waiting: ((first?: Sent<T>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    await new Promise<void>((taken) => {
      const next = this.#waiting.shift();
      if (next) next({ value, taken });
      else this.#sent.push({ value, taken });
    });
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next();
  }

  [Symbol.asyncIterator]() {
    let taken = () => {};
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        taken();
        const first =
          this.#sent.shift() ??
          (await new Promise<Sent<T> | undefined>((next) => {
            if (this.#isClosed) next(undefined);
            else this.#waiting.push(next);
          }));
        if (!first) return { done: true, value: undefined };
        taken = first.taken;
        return { done: false, value: first.value };
      },
    };
  }
}
