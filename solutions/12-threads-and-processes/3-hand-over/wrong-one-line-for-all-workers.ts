// Has one line for the photos of all workers.
// Fails: does the same for each further photo, and for each worker
// Says: on two workers
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

let line: Promise<unknown> = Promise.resolve();

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const moved = structuredClone(given, { transfer: [given.buffer as ArrayBuffer] });
  const mine = line.then(async () => {
    const answers = once(worker, 'message');
    worker.postMessage(moved, [moved.buffer as ArrayBuffer]);
    return (await answers)[0];
  });
  line = mine;
  return mine;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
