// Two semaphores of async-mutex. They know no signal: a call that has left hands on its turn when it comes.
import { Semaphore } from 'async-mutex';

/** It goes through all its permits one by one, so it does not get too many of them. */
const MANY = 1000;

async function acquire(semaphore: Semaphore, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  await new Promise<void>((resolve, reject) => {
    const leave = () => reject(signal?.reason);
    signal?.addEventListener('abort', leave);
    semaphore.acquire().then(() => {
      signal?.removeEventListener('abort', leave);
      if (signal?.aborted) semaphore.release();
      else resolve();
    });
  });
}

export class Queue<T> {
  #list: T[] = [];
  #places: Semaphore;
  #items = new Semaphore(0);

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#places = new Semaphore(Math.min(capacity, MANY));
  }

  async put(item: T, signal?: AbortSignal) {
    await acquire(this.#places, signal);
    this.#list.push(item);
    this.#items.release();
  }

  async get(signal?: AbortSignal) {
    await acquire(this.#items, signal);
    const item = this.#list.shift() as T;
    this.#places.release();
    return item;
  }
}
