// Looks every millisecond whether the count has ended.
// Fails: fulfils at the moment at which count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Says: Does your code poll
import { setTimeout as sleep } from 'node:timers/promises';

type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;

  async add(count: Io<number>): Promise<void> {
    let n: number | undefined;
    let failure: { error: unknown } | undefined;
    count().then(
      (value) => {
        n = value;
      },
      (error) => {
        failure = { error };
      },
    );
    while (n === undefined && !failure) await sleep(1);
    if (failure) throw failure.error;
    this.total += n as number;
  }
}
