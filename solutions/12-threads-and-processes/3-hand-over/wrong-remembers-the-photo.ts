// Works on each photo once, and keeps the answer for the next time.
// Fails: does the same for each further photo, and for each worker
// Says: 'a' fulfilled at 41 ms; expected at 52 ms
import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

const known = new WeakMap<Uint8Array, Promise<Uint8Array>>();

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const answer = known.get(photo) ?? askFor(worker, photo);
  known.set(photo, answer);
  return answer;
}

async function askFor(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
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
