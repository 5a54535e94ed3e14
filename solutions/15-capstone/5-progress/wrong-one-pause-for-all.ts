// One pause for all calls: while one waits, another one does not draw.
// Fails: hands each draw an object of its own, and each call its own counts and its own time
// Says: Each call counts its own results, and knows when it has drawn.
import type { Counts, Result } from '../5-progress.ts';

let pause: NodeJS.Timeout | undefined;

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const counts: Counts = { done: 0, failed: 0 };
  let isNew = false;

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
      if ('error' in result) counts.failed++;
      else counts.done++;
      isNew = true;
      if (!pause) drawAndPause();
      yield result;
    }
  } finally {
    clearTimeout(pause);
    pause = undefined;
    if (isNew) drawNow();
  }
}
