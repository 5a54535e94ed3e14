// A loop that yields by a message to itself, through a new channel each time.
import { MessageChannel } from 'node:worker_threads';

/** Fulfils when a message to itself has arrived. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.once('message', () => {
      // With `on` this line would be needed: a port with a listener keeps the process alive.
      port2.close();
      resolve();
    });
    port1.postMessage(null);
  });
}

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let start = Date.now();
  for (const item of items) {
    work(item);
    if (Date.now() - start < slice) continue;
    await turn();
    start = Date.now();
  }
}
