// p-queue with room for one. The work of `acquire` ends when the lock is released.
import PQueue from 'p-queue';

type Io<T> = () => Promise<T>;

export class Lock {
  readonly #queue = new PQueue({ concurrency: 1 });
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  acquire() {
    this.#calls++;
    return new Promise<() => void>((resolve) => {
      const hold = () =>
        new Promise<void>((end) => {
          let isHeld = true;
          resolve(() => {
            if (!isHeld) return;
            isHeld = false;
            this.#calls--;
            end();
          });
        });
      void this.#queue.add(hold);
    });
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    return new Promise<T>((resolve) => resolve(f())).finally(release);
  }
}
