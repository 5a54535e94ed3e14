// Hands over the buffer of the photo, whatever else stands in it.
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Fails: does the same for each further photo, and for each worker
// Says: the rest of the buffer belongs to others
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const answers = once(worker, 'message');
  worker.postMessage(photo, [photo.buffer as ArrayBuffer]);
  return (await answers)[0];
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
