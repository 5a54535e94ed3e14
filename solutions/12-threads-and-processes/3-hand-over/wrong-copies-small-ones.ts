// Assumes that handing over is worth it for large photos only. (The photo is the same then, and still here.)
// Fails: hands the photo over in the call, also while the thread starts
// Says: 'bytes of the photo after the call': 3
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const isLarge = photo.byteLength > 1e6;
  const back = once(worker, 'message');
  worker.postMessage(given, isLarge ? [given.buffer as ArrayBuffer] : []);
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
