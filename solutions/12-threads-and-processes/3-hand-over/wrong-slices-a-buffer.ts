// Assumes that `slice` makes a copy. (That of a Buffer makes another view on the same bytes.)
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Says: When the photo is a part of a Buffer
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : photo.slice();
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
