// A loop beside the results: it draws, sleeps, and draws again while there is something new. A signal ends its sleep.
import { setTimeout } from 'node:timers/promises';
import type { Counts, Result } from '../5-progress.ts';

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const end = new AbortController();
  const counts = { done: 0, failed: 0 };
  let undrawn = 0;
  let drawing: Promise<void> | undefined;
  const drawNow = () => {
    undrawn = 0;
    draw(structuredClone(counts));
  };
  const drawUntilNothingIsNew = async () => {
    while (undrawn > 0 && !end.signal.aborted) {
      drawNow();
      await setTimeout(every, undefined, { signal: end.signal }).catch(() => {});
    }
    drawing = undefined;
  };
  try {
    for await (const result of results) {
      counts['error' in result ? 'failed' : 'done']++;
      undrawn++;
      if (!drawing) drawing = drawUntilNothingIsNew();
      yield result;
    }
  } finally {
    end.abort();
    if (undrawn > 0) drawNow();
  }
}
