// Reads the source into a list, and writes from there as the sink takes it.
// Fails: reads at most as many further chunks as the mark while the sink is full
// Fails: closes the source when the sink fails or is destroyed
// Says: 7 ahead; expected 6 at most
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  end.catch(() => {});
  const list: T[] = [];
  let isRead = false;
  let failure: { error: unknown } | undefined;
  let goOn = () => {};
  const next = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  sink.on('drain', () => goOn());
  end.catch(() => goOn());
  const read = async () => {
    try {
      for await (const chunk of source) {
        if (sink.destroyed) break;
        list.push(chunk);
        goOn();
      }
    } catch (error) {
      failure = { error };
    }
    isRead = true;
    goOn();
  };
  const reading = read();
  while (!sink.destroyed && !failure && !(isRead && list.length === 0)) {
    if (list.length > 0 && !sink.writableNeedDrain) sink.write(list.shift());
    else await next();
  }
  if (sink.destroyed) await reading;
  if (failure) {
    sink.destroy(failure.error as Error);
    throw failure.error;
  }
  if (!sink.destroyed) sink.end();
  await end;
}
