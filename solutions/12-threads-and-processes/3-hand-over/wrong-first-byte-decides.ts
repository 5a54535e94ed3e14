// Assumes that an answer whose first byte is 0 is not one yet.
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: fulfils with the bytes as the work has left them, however many they are
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Fails: does the same for each further photo, and for each worker
// Says: is still pending
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  return new Promise((resolve) => {
    const listener = (developed: Uint8Array) => {
      if (!developed[0]) return;
      worker.off('message', listener);
      resolve(developed);
    };
    worker.on('message', listener);
    worker.postMessage(given, [given.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
