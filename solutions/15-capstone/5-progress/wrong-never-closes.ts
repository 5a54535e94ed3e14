// Reads by hand, and does not close the results when the loop is left.
// Fails: draws what is new when the loop is left, and closes the results
// Says: No result will be read any more, and the crawler behind them has to know that.
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
    for (;;) {
      const { done, value: result } = await iterator.next();
      if (done) break;
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
