// A list of all calls that have not ended: a write waits for all of them, and a read for the writes.
type Io<T> = () => Promise<T>;

interface Call {
  readonly isRead: boolean;
  readonly end: Promise<unknown>;
}

export class ReadWriteLock {
  readonly #calls = new Set<Call>();

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  #run<T>(isRead: boolean, f: Io<T>): Promise<T> {
    const before = [...this.#calls].filter((call) => !isRead || !call.isRead);
    const result = Promise.allSettled(before.map(({ end }) => end)).then(() => f());
    const call = { isRead, end: result };
    this.#calls.add(call);
    return result.finally(() => this.#calls.delete(call));
  }
}
