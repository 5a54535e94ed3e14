// `throttleTime` of rxjs, leading and trailing. When its source completes, the last draw has to wait for the pause.
// Fails: yields each result as it is, at once, and asks for the next one only when it is asked
// Fails: draws again when the pause is over, with the latest counts, if there were results in it
// Fails: draws what is new when the results end, and never after that
// Fails: draws what is new when the loop is left, and closes the results
// Fails: hands each draw an object of its own, and each call its own counts and its own time
// Says: 1 thing left behind at the end; expected none: - an interval set at 173 ms, due at 226 ms
import { asyncScheduler, Subject, throttleTime } from 'rxjs';
import type { Counts, Result } from '../5-progress.ts';

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const counted = new Subject<Counts>();
  counted
    .pipe(throttleTime(every, asyncScheduler, { leading: true, trailing: true }))
    .subscribe(draw);
  let counts: Counts = { done: 0, failed: 0 };
  try {
    for await (const result of results) {
      const { done, failed } = counts;
      counts = 'error' in result ? { done, failed: failed + 1 } : { done: done + 1, failed };
      counted.next(counts);
      yield result;
    }
  } finally {
    counted.complete();
  }
}
