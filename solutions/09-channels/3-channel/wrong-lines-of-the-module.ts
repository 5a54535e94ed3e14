// Has its lines outside of the class: all channels share them.
// Fails: has values and loops of its own, and is closed by itself
// Says: Each channel has its own values and loops
interface Sender {
  readonly value: unknown;
  taken(): void;
}

const sent: Sender[] = [];
const waiting: ((result: IteratorResult<unknown, undefined>) => void)[] = [];

export class Channel<T> implements AsyncIterable<T> {
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = waiting.shift();
    if (next) next({ done: false, value });
    else await new Promise<void>((taken) => sent.push({ value, taken }));
  }

  close() {
    this.#isClosed = true;
    for (const next of waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: async () => {
        const first = sent.shift();
        first?.taken();
        if (first) return { done: false, value: first.value } as IteratorResult<T, undefined>;
        if (this.#isClosed) return { done: true as const, value: undefined };
        return new Promise<IteratorResult<T, undefined>>((next) => waiting.push(next as never));
      },
    };
  }
}
