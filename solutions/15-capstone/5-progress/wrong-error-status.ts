// Takes a status of 400 or more for a failure. The server has answered.
// Fails: counts results with a status, and those with an error, and draws the first one at once
// Fails: draws again when the pause is over, with the latest counts, if there were results in it
// Fails: draws while the reader works, and waits for nothing
// Fails: draws what is new when the results end, and never after that
// Fails: draws what is new when the loop is left, and closes the results
// Fails: hands each draw an object of its own, and each call its own counts and its own time
// Says: `done` counts each result with a `status`, whatever that is
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
      if ('error' in result || result.status >= 400) counts.failed++;
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
