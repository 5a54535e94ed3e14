// Settles one event-loop iteration after the answer.
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: hands the photo over in the call, also while the thread starts
// Says: All that your code waits for is a message
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  return new Promise((resolve) => {
    worker.once('message', (developed) => setImmediate(resolve, developed));
    worker.postMessage(given, [given.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
