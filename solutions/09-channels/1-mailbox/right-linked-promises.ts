// A list of cells, and each of them knows a promise of the next one. `get` steps on, `put` fulfils the last.
interface Cell<T> {
  item: T;
  next: Link<T>;
}

class Link<T> {
  fulfil: (cell: Cell<T>) => void = () => {};
  readonly cell = new Promise<Cell<T>>((resolve) => (this.fulfil = resolve));
}

export class Mailbox<T> {
  #last = new Link<T>();
  #first: Promise<Link<T>> = Promise.resolve(this.#last);

  put(item: T) {
    const next = new Link<T>();
    this.#last.fulfil({ item, next });
    this.#last = next;
  }

  async get() {
    const cell = this.#first.then((link) => link.cell);
    this.#first = cell.then(({ next }) => next);
    return (await cell).item;
  }
}
