// Hands over what can be handed over, and posts a part of a buffer without a list: the whole buffer is copied.
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Says: So first make a copy of that part alone
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const answer = new Promise<Uint8Array>((resolve) => worker.once('message', resolve));
  worker.postMessage(photo, isWhole ? [photo.buffer as ArrayBuffer] : []);
  return answer;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
