// Two subjects of rxjs, and `zip` makes pairs: the n-th item with the n-th call.
import { Subject, zip } from 'rxjs';

export class Mailbox<T> {
  readonly #items = new Subject<T>();
  readonly #calls = new Subject<(item: T) => void>();

  constructor() {
    zip(this.#items, this.#calls).subscribe(([item, handOver]) => handOver(item));
  }

  put(item: T) {
    this.#items.next(item);
  }

  get() {
    return new Promise<T>((resolve) => this.#calls.next(resolve));
  }
}
