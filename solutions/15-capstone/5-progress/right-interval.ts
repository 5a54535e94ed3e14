// An interval that runs as long as there is something to draw, and ends itself.
import type { Counts, Result } from '../5-progress.ts';

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const all: Result[] = [];
  let drawn = all.length;
  let beat: NodeJS.Timeout | undefined;
  const drawAll = () => {
    drawn = all.length;
    const failed = all.filter((result) => 'error' in result).length;
    draw({ done: drawn - failed, failed });
  };
  const onBeat = () => {
    if (drawn < all.length) return drawAll();
    clearInterval(beat);
    beat = undefined;
  };
  try {
    for await (const result of results) {
      all.push(result);
      if (beat === undefined) {
        drawAll();
        beat = setInterval(onBeat, every);
      }
      yield result;
    }
  } finally {
    clearInterval(beat);
    if (drawn < all.length) drawAll();
  }
}
