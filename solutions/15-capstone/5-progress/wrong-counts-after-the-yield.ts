// Assumes that the line after `yield` runs at once. (It runs when the reader asks for the next result.)
// Fails: draws while the reader works, and waits for nothing
// Fails: draws what is new when the loop is left, and closes the results
// Says: Count and draw before you yield: after `yield`, your code runs only when the reader asks again.
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
    for await (const result of results) {
      yield result;
      if ('error' in result) counts.failed++;
      else counts.done++;
      isNew = true;
      if (!pause) drawAndPause();
    }
  } finally {
    clearTimeout(pause);
    if (isNew) drawNow();
  }
}
