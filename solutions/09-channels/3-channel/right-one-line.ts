// One line for both sides: all that stand in it are of one side, and wait for the other one.
interface Sender<T> {
  side: 'sends';
  value: T;
  taken(): void;
}

interface Reader<T> {
  side: 'reads';
  get(result: IteratorResult<T, undefined>): void;
}

export class Channel<T> implements AsyncIterable<T> {
  #line: (Sender<T> | Reader<T>)[] = [];
  #state: 'open' | 'closed' = 'open';

  send(value: T): Promise<void> {
    if (this.#state === 'closed') return Promise.reject(new Error('channel is closed'));
    return new Promise((taken) => this.#come({ side: 'sends', value, taken }));
  }

  close() {
    this.#state = 'closed';
    const line = this.#line;
    this.#line = line.filter(({ side }) => side === 'sends');
    for (const one of line) if (one.side === 'reads') one.get({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: () =>
        new Promise<IteratorResult<T, undefined>>((get) => {
          if (this.#state === 'closed' && this.#line.length === 0)
            get({ done: true, value: undefined });
          else this.#come({ side: 'reads', get });
        }),
    };
  }

  #come(comes: Sender<T> | Reader<T>) {
    const [first] = this.#line;
    if (!first || first.side === comes.side) {
      this.#line.push(comes);
      return;
    }
    this.#line.shift();
    const [sender, reader] = comes.side === 'sends' ? [comes, first] : [first, comes];
    if (sender.side === 'sends') sender.taken();
    if (reader.side === 'reads' && sender.side === 'sends')
      reader.get({ done: false, value: sender.value });
  }
}
