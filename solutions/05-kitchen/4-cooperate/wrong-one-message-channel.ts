// Assumes that each message on a port waits for a new event-loop iteration. (Node delivers up to 1,000 in one.)
// Fails: never blocks the event loop for longer than a slice and one item
// Fails: measures time, not the number of items
// Says: Node delivers up to 1,000 messages of a port in one event-loop iteration.
import { MessageChannel } from 'node:worker_threads';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      port2.once('message', resolve);
      port1.postMessage(null);
    });
  try {
    let start = Date.now();
    for (const item of items) {
      work(item);
      if (Date.now() - start < slice) continue;
      await turn();
      start = Date.now();
    }
  } finally {
    port1.close();
  }
}
