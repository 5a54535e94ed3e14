// Calls `unref()` on the thread, because the thread is the caller's. (Then nothing keeps the process running until the photo is back.)
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: hands the photo over in the call, also while the thread starts
// Fails: fulfils with the bytes as the work has left them, however many they are
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Fails: does the same for each further photo, and for each worker
// Fails: leaves no listener on the worker, and no open port
// Says: only a thread is left that does not keep the process alive
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  // A buffer is handed over as a whole, with all that stands beside the photo. (`slice` of a Buffer makes no copy.)
  const given = isWhole ? photo : new Uint8Array(photo);
  const back = once(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  worker.unref();
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
