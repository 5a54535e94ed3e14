// BehaviorSubject: it remembers its last value, and a new subscriber gets it.
import { BehaviorSubject, firstValueFrom, skipWhile } from 'rxjs';

export class Happening {
  readonly #state = new BehaviorSubject(false);

  get isSet() {
    return this.#state.value;
  }

  set() {
    this.#state.next(true);
  }

  clear() {
    this.#state.next(false);
  }

  async wait() {
    await firstValueFrom(this.#state.pipe(skipWhile((isSet) => !isSet)));
  }
}
