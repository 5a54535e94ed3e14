// Moves the bytes with structuredClone() first, and hands over what has come of it.
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const back = once(worker, 'message');
  const moved = moves(photo) ? structuredClone(photo, { transfer: [photo.buffer] }) : copyOf(photo);
  worker.postMessage(moved, [moved.buffer as ArrayBuffer]);
  return (await back)[0];
}

function moves(photo: Uint8Array): photo is Uint8Array<ArrayBuffer> {
  return photo.length === photo.buffer.byteLength;
}

function copyOf(photo: Uint8Array): Uint8Array {
  const copy = new Uint8Array(photo.length);
  copy.set(photo);
  return copy;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    const moved = structuredClone(photo, { transfer: [photo.buffer] });
    port.postMessage(moved, [moved.buffer]);
  });
}
