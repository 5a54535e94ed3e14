// Sets no new pause when it has drawn at the end of one: the next result is drawn too soon.
// Fails: draws again when the pause is over, with the latest counts, if there were results in it
// Says: Between two draws lie 53 ms.
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
    if (isNew) drawNow();
  };
  const drawAndPause = () => {
    pause = setTimeout(afterPause, every);
    drawNow();
  };

  try {
    for await (const result of results) {
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
