// Assumes that a message is moved by itself. (It is copied.)
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: hands the photo over in the call, also while the thread starts
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Says: Your code's own thread copied 20 MB
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const back = once(worker, 'message');
  worker.postMessage(given);
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
