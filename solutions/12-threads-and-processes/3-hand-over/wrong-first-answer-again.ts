// Keeps one promise of an answer for each worker, and so the answer to its first photo.
// Fails: does the same for each further photo, and for each worker
// Says: Each call fulfils with its own photo
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

const answers = new WeakMap<Worker, Promise<Uint8Array[]>>();

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  if (!answers.has(worker)) answers.set(worker, once(worker, 'message') as Promise<Uint8Array[]>);
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = (await answers.get(worker)) ?? [];
  return developed as Uint8Array;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
