// An async iterator brings the photos to the thread; the work is done in a loop.
import { on } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  for await (const [developed] of on(worker, 'message')) return developed;
  throw new Error('the worker posts no more');
}

async function serve(port: MessagePort, work: (photo: Uint8Array) => void): Promise<void> {
  for await (const [photo] of on(port, 'message')) {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  }
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  void serve(port, work);
}
