// A subject for each call that waits, and a race of what it is served with and the abort.
import { EMPTY, firstValueFrom, fromEvent, map, merge, ReplaySubject } from 'rxjs';

interface Call<T> {
  hasLeft: boolean;
  served: ReplaySubject<T>;
}

export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: (Call<void> & { item: T })[] = [];
  #getting: Call<T>[] = [];

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal) {
    const call = { item, hasLeft: false, served: new ReplaySubject<void>(1) };
    return this.#wait(call, () => this.#putting.push(call), signal);
  }

  get(signal?: AbortSignal) {
    const call = { hasLeft: false, served: new ReplaySubject<T>(1) };
    return this.#wait(call, () => this.#getting.push(call), signal);
  }

  #wait<R>(call: Call<R>, enter: () => void, signal?: AbortSignal): Promise<R> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    enter();
    this.#serve();
    const leave = () => {
      call.hasLeft = true;
      throw signal?.reason;
    };
    const left = signal ? fromEvent(signal, 'abort').pipe(map(leave)) : EMPTY;
    return firstValueFrom(merge(call.served, left));
  }

  #serve() {
    this.#putting = this.#putting.filter(({ hasLeft }) => !hasLeft);
    this.#getting = this.#getting.filter(({ hasLeft }) => !hasLeft);
    const into = this.#items.length < this.#capacity ? this.#putting.shift() : undefined;
    if (into) this.#items.push(into.item);
    into?.served.next();
    const out = this.#items.length > 0 ? this.#getting.shift() : undefined;
    out?.served.next(this.#items.shift() as T);
    if (into || out) this.#serve();
  }
}
