// Web streams, once the sink has room: Writable.toWeb() loses its first chunk if it is full.
import { Writable } from 'node:stream';

const untilRoom = (sink: Writable) =>
  new Promise<void>((resolve, reject) => {
    sink.once('error', reject);
    sink.once('close', () => reject(new Error('closed too early')));
    sink.once('drain', resolve);
  });

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  if (sink.writableNeedDrain) await untilRoom(sink);
  const chunks = source[Symbol.asyncIterator]();
  const stream = new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  await stream.pipeTo(Writable.toWeb(sink) as WritableStream<T>);
}
