// Looks in each event-loop iteration whether the count has ended.
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: The clock does not move while an immediate is queued
import { setImmediate as iteration } from 'node:timers/promises';

type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;

  async add(count: Io<number>): Promise<void> {
    const counting = count();
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    counting.then(end, end);
    while (!isOver) await iteration();
    this.total += await counting;
  }
}
