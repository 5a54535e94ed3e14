// Makes the promise itself, and takes its listener off again.
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isPart = photo.byteLength < photo.buffer.byteLength;
  const own = isPart ? Uint8Array.from(photo) : photo;
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage(own, [own.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
