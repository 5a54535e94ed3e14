// A list whose next link is a promise. Each question of a loop takes the first link, and moves the start on.
interface Link<T> {
  readonly result: IteratorResult<T, undefined>;
  readonly next: Promise<Link<T>>;
  taken(): void;
}

export class Channel<T> implements AsyncIterable<T> {
  #first: Promise<Link<T>>;
  #addLast: (link: Link<T>) => void = () => {};
  #isClosed = false;

  constructor() {
    this.#first = this.#promise();
  }

  send(value: T) {
    return new Promise<void>((taken, refuse) => {
      if (this.#isClosed) refuse(new Error('channel is closed'));
      else this.#add({ done: false, value }, taken);
    });
  }

  close() {
    this.#isClosed = true;
    const last: Link<T> = {
      result: { done: true, value: undefined },
      // It is followed by itself, so it is there for each loop.
      get next() {
        return Promise.resolve(last);
      },
      taken: () => {},
    };
    this.#addLast(last);
  }

  [Symbol.asyncIterator]() {
    return {
      next: async () => {
        const mine = this.#first;
        this.#first = mine.then(({ next }) => next);
        const { result, taken } = await mine;
        taken();
        return result;
      },
    };
  }

  #add(result: IteratorResult<T, undefined>, taken: () => void) {
    const addLast = this.#addLast;
    addLast({ result, next: this.#promise(), taken });
  }

  #promise() {
    return new Promise<Link<T>>((resolve) => {
      this.#addLast = resolve;
    });
  }
}
