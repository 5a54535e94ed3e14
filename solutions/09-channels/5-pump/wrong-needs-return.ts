// Assumes that each iterator has a return().
// Fails: rejects with the error of the sink when it fails
// Says: iterator.return is not a function
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

async function* read<T>(source: AsyncIterable<T>) {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      isOver = Boolean(done);
      if (done) return;
      yield value;
    }
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    if (!isOver) await (iterator as AsyncGenerator<T>).return(undefined);
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
