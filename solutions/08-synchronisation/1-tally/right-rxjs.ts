// With rxjs: a stream of numbers, and a subject that holds their sum.
import { BehaviorSubject, Subject, scan } from 'rxjs';

type Io<T> = () => Promise<T>;

export class Tally {
  readonly #counted = new Subject<number>();
  readonly #total = new BehaviorSubject(0);

  constructor() {
    this.#counted.pipe(scan((sum, n) => sum + n, 0)).subscribe(this.#total);
  }

  get total() {
    return this.#total.value;
  }

  async add(count: Io<number>) {
    this.#counted.next(await count());
  }
}
