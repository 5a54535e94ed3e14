// Checks every ms whether a download has fulfilled.
// Fails: aborts the other downloads as soon as one fulfils
// Says: Does your code poll?
import { setTimeout as sleep } from 'node:timers/promises';

type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  let left = mirrors.length;
  let winner: { value: T } | undefined;
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  for (const download of downloads) {
    download.then(
      (value) => {
        left--;
        winner ??= { value };
      },
      () => {
        left--;
      },
    );
  }
  await null;
  while (!winner && left > 0) await sleep(1);
  controller.abort();
  const outcomes = await Promise.allSettled(downloads);
  if (winner) return winner.value;
  throw new AggregateError(outcomes.map((it) => (it as PromiseRejectedResult).reason));
}
