// A Chan of ts-chan. It knows signals, and lets other code run in an immediate.
import { Chan } from 'ts-chan';

/** It has an array of all its places from the beginning, so it does not get too many of them. */
const MANY = 1000;

export class Queue<T> {
  #chan: Chan<T>;

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#chan = new Chan<T>(Math.min(capacity, MANY));
  }

  put(item: T, signal?: AbortSignal) {
    return this.#chan.send(item, signal);
  }

  async get(signal?: AbortSignal) {
    const { value } = await this.#chan.recv(signal);
    return value as T;
  }
}
