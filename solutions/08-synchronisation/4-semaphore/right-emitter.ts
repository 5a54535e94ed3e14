// An emitter of node:events for each call that waits, and `once` with the signal.
import { EventEmitter, once } from 'node:events';

export class Semaphore {
  readonly #bells = new Set<EventEmitter>();
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  async acquire(signal?: AbortSignal) {
    signal?.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await this.#ring(signal);
    const holder = new EventEmitter();
    holder.once('release', () => this.#pass());
    return () => void holder.emit('release');
  }

  async #ring(signal?: AbortSignal) {
    const bell = new EventEmitter();
    const forget = () => this.#bells.delete(bell);
    this.#bells.add(bell);
    signal?.addEventListener('abort', forget);
    try {
      await once(bell, 'yours', { signal });
    } catch {
      throw signal?.reason;
    } finally {
      signal?.removeEventListener('abort', forget);
    }
  }

  #pass() {
    const [bell] = this.#bells;
    if (!bell) this.#free++;
    else {
      this.#bells.delete(bell);
      bell.emit('yours');
    }
  }
}
