// Has one listener for all calls of a worker, which stays there.
// Fails: leaves no listener on the worker, and no open port
// Says: A worker lives longer than a call
import type { MessagePort, Worker } from 'node:worker_threads';

const waiting = new Map<Worker, (photo: Uint8Array) => void>();

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  if (!waiting.has(worker)) worker.on('message', (photo) => waiting.get(worker)?.(photo));
  return new Promise((resolve) => {
    waiting.set(worker, resolve);
    worker.postMessage(given, [given.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
