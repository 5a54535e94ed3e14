// concatMap over a Subject of pieces of work.
import { concatMap, defer, Subject } from 'rxjs';

type Io<T> = () => Promise<T>;

export class Lock {
  readonly #work = new Subject<() => Promise<void>>();
  #inLine = 0;

  constructor() {
    this.#work.pipe(concatMap((work) => defer(work))).subscribe();
  }

  get isLocked() {
    return this.#inLine > 0;
  }

  acquire() {
    return new Promise<() => void>((resolve) => {
      const hold = () =>
        new Promise<void>((end) => {
          let count = () => {
            this.#inLine--;
          };
          resolve(() => {
            count();
            count = () => {};
            end();
          });
        });
      this.#inLine++;
      this.#work.next(hold);
    });
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }
}
