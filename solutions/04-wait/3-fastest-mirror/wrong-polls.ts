// Checks every 10 ms whether a download has fulfilled, and so notices it late.
// Fails: ignores a mirror that fails, and stops no other one
// Fails: aborts the other downloads as soon as one fulfils
// Fails: settles only when the others have ended
// Fails: aborts no download of another call
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'c' was told to stop at 30 ms; expected at 21 ms, when 'b' ended.
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
  while (!winner && left > 0) await sleep(10);
  controller.abort();
  const outcomes = await Promise.allSettled(downloads);
  if (winner) return winner.value;
  throw new AggregateError(outcomes.map((it) => (it as PromiseRejectedResult).reason));
}
