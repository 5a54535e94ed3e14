// Posts the photo when the call has returned.
// Fails: hands the photo over in the call, also while the thread starts
// Says: The caller looks just after the call
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const back = once(worker, 'message');
  process.nextTick(() => worker.postMessage(given, [given.buffer as ArrayBuffer]));
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
