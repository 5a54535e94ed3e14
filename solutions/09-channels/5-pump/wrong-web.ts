// Assumes that Writable.toWeb() takes any sink. (It loses the first chunk if the sink is full.)
// Fails: writes each chunk as it is, in the order of the source
// Fails: writes as soon as the sink has room and the source has a chunk
// Says: as it is and in the same order
import { Writable } from 'node:stream';

export async function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
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
