// Asks the clock when it drew last, and sets a timer only if there is something to draw later.
import type { Counts, Result } from '../5-progress.ts';

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  let [done, failed] = [0, 0];
  let drawn = Number.NEGATIVE_INFINITY;
  let later: NodeJS.Timeout | undefined;
  const drawNow = () => {
    clearTimeout(later);
    later = undefined;
    drawn = performance.now();
    draw({ done, failed });
  };
  try {
    for await (const result of results) {
      if ('status' in result) done += 1;
      else failed += 1;
      const missing = drawn + every - performance.now();
      if (missing <= 0) drawNow();
      else if (!later) later = setTimeout(drawNow, missing);
      yield result;
    }
  } finally {
    if (later) drawNow();
  }
}
