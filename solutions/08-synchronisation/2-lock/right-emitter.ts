// A bell for each call that waits: a release rings that of the first in line.
import { EventEmitter, once } from 'node:events';

type Io<T> = () => Promise<T>;

export class Lock {
  readonly #bells: EventEmitter[] = [];
  #isHeld = false;

  get isLocked() {
    return this.#isHeld;
  }

  async acquire() {
    if (this.#isHeld) {
      const bell = new EventEmitter();
      this.#bells.push(bell);
      await once(bell, 'yours');
    }
    this.#isHeld = true;
    const holder = new EventEmitter();
    holder.once('release', () => {
      this.#isHeld = this.#bells.shift()?.emit('yours') ?? false;
    });
    return () => void holder.emit('release');
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    return (async () => f())().finally(release);
  }
}
