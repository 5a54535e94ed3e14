// p-settle waits for all of them, and the first failure aborts the others.
import pSettle from 'p-settle';

export async function downloadAll<T>(downloads: ((signal: AbortSignal) => Promise<T>)[]) {
  const controller = new AbortController();
  let first: { reason: unknown } | undefined;
  const ends = await pSettle(
    downloads.map((download) =>
      download(controller.signal).catch((reason) => {
        first ??= { reason };
        controller.abort();
        throw reason;
      }),
    ),
  );
  if (first) throw (first as { reason: unknown }).reason;
  return ends.map((end) => (end as { value: T }).value);
}
