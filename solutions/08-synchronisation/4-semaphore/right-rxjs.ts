// A ReplaySubject for each call that waits, and a race of the permit and the abort.
import { EMPTY, firstValueFrom, fromEvent, map, merge, ReplaySubject } from 'rxjs';

interface Turn {
  hasLeft: boolean;
  permit: ReplaySubject<() => void>;
}

export class Semaphore {
  #line: Turn[] = [];
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const permit = new ReplaySubject<() => void>(1);
    const turn = { hasLeft: false, permit };
    this.#line.push(turn);
    this.#serve();
    const leave = () => {
      turn.hasLeft = true;
      throw signal?.reason;
    };
    const left = signal && !permit.closed ? fromEvent(signal, 'abort').pipe(map(leave)) : EMPTY;
    return firstValueFrom(merge(permit, left));
  }

  #serve() {
    this.#line = this.#line.filter(({ hasLeft }) => !hasLeft);
    if (this.#free === 0) return;
    const turn = this.#line.shift();
    if (!turn) return;
    this.#free--;
    let given = 1;
    turn.permit.next(() => {
      this.#free += given;
      given = 0;
      this.#serve();
    });
  }
}
