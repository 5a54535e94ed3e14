// Copies a part of a Buffer with Buffer.from(), whose copy is a part of the pool again.
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Says: The photo is a part of its buffer
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.length === photo.buffer.byteLength;
  const copy = () => (Buffer.isBuffer(photo) ? Buffer.from(photo) : photo.slice());
  const given = isWhole ? photo : copy();
  const back = once(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = await back;
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
