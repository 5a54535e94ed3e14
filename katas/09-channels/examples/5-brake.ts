// Two pumps write to a slow stream. One looks at what write() returns, and the other one does not.
import { once } from 'node:events';
import { Writable } from 'node:stream';

const slow = () =>
  new Writable({
    objectMode: true,
    highWaterMark: 2,
    write: (_chunk, _encoding, written) => setTimeout(written, 100),
  });

async function pump(name: string, looks: boolean): Promise<void> {
  const sink = slow();
  for (let chunk = 1; chunk <= 6; chunk++) {
    const hasRoom = sink.write(chunk);
    console.log(`${name}: ${chunk} is in, and the sink holds ${sink.writableLength}`);
    if (looks && !hasRoom) await once(sink, 'drain');
  }
  sink.end();
  await once(sink, 'finish');
  console.log(`${name}: finished`);
}

await pump('hasty', false);
await pump('patient', true);
