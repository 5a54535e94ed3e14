// Copies the photo into shared memory, which no thread copies again.
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: hands the photo over in the call, also while the thread starts
// Says: It was copied, or shared
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const shared = new Uint8Array(new SharedArrayBuffer(photo.length));
  shared.set(photo);
  const done = once(worker, 'message');
  worker.postMessage(shared);
  await done;
  return shared;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array) => {
    work(photo);
    port.postMessage('done');
  });
}
