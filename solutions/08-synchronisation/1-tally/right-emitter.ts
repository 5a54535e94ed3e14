// An event emitter: add() emits each number, and one listener adds it up.
import { EventEmitter } from 'node:events';

type Io<T> = () => Promise<T>;

export class Tally {
  readonly #counts = new EventEmitter();
  #total = 0;

  constructor() {
    this.#counts.on('counted', (n: number) => {
      this.#total += n;
    });
  }

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    this.#counts.emit('counted', await count());
  }
}
