// Assumes that only a Buffer shares its bytes with others.
// Fails: hands the photo over in the call, also while the thread starts
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Fails: does the same for each further photo, and for each worker
// Says: When the photo is a Buffer that has a buffer of its own
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const given = Buffer.isBuffer(photo) ? new Uint8Array(photo) : photo;
  const back = once(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
