// Emits an event when a number has been added, and waits for that event: the first count ends all calls.
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: Await the work that you start
import { EventEmitter, once } from 'node:events';

type Io<T> = () => Promise<T>;

export class Tally {
  readonly #events = new EventEmitter();
  total = 0;

  async add(count: Io<number>): Promise<void> {
    const added = once(this.#events, 'added');
    (async () => count())().then(
      (n) => {
        this.total += n;
        this.#events.emit('added');
      },
      (error) => this.#events.emit('error', error),
    );
    await added;
  }
}
