// One line for both sides: all that stand in it are of one side, and wait for the other one.
interface Side<T> {
  readonly sends: boolean;
  readonly value?: T;
  meet(other: Side<T>): void;
}

export class Channel<T> implements AsyncIterable<T> {
  readonly #line: Side<T>[] = [];
  #isClosed = false;

  send(value: T): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('channel is closed'));
    return new Promise((taken) => this.#come({ sends: true, value, meet: () => taken() }));
  }

  close() {
    this.#isClosed = true;
    const loops = this.#line.filter(({ sends }) => !sends);
    // What they meet is no sender: that is the end.
    for (const loop of loops) loop.meet(loop);
  }

  [Symbol.asyncIterator]() {
    return {
      next: () =>
        new Promise<IteratorResult<T, undefined>>((resolve) => {
          const meet = ({ sends, value }: Side<T>) =>
            resolve(sends ? { done: false, value: value as T } : { done: true, value: undefined });
          this.#come({ sends: false, meet });
          if (this.#isClosed) this.close();
        }),
    };
  }

  #come(side: Side<T>) {
    const [first] = this.#line;
    if (!first || first.sends === side.sends) {
      this.#line.push(side);
      return;
    }
    this.#line.shift();
    first.meet(side);
    side.meet(first);
  }
}
