// Asks for the next result while the reader works with this one.
// Fails: yields each result as it is, at once, and asks for the next one only when it is asked
// Fails: draws while the reader works, and waits for nothing
// Fails: draws what is new when the loop is left, and closes the results
// Says: A result is passed on as it is, at the moment when it comes.
import type { Counts, Result } from '../5-progress.ts';

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const counts: Counts = { done: 0, failed: 0 };
  let isNew = false;
  /** Runs while it is too early for another draw. */
  let pause: NodeJS.Timeout | undefined;

  const drawNow = () => {
    isNew = false;
    draw({ ...counts });
  };
  const afterPause = () => {
    pause = undefined;
    if (isNew) drawAndPause();
  };
  const drawAndPause = () => {
    pause = setTimeout(afterPause, every);
    drawNow();
  };

  try {
    const iterator = results[Symbol.asyncIterator]();
    let next = iterator.next();
    for (;;) {
      const { done, value: result } = await next;
      if (done) break;
      next = iterator.next();
      next.catch(() => {});
      if ('error' in result) counts.failed++;
      else counts.done++;
      isNew = true;
      if (!pause) drawAndPause();
      yield result;
    }
  } finally {
    clearTimeout(pause);
    if (isNew) drawNow();
  }
}
