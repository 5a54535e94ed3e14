// Makes a copy first of every photo, to be on the safe side: so there are two of it in memory.
// Fails: hands the photo over in the call, also while the thread starts
// Says: 'bytes of the photo after the call': 3
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const copy = Uint8Array.from(photo);
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage(copy, [copy.buffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
