// The thread makes a copy of the photo, and hands that over.
// Fails: hands the photo over to the thread and back, so no thread copies it
// Says: was not handed back itself
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const back = once(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array) => {
    work(photo);
    const developed = photo.slice();
    port.postMessage(developed, [developed.buffer]);
  });
}
