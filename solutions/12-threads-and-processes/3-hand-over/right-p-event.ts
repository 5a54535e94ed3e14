// p-event waits for the answer.
import type { MessagePort, Worker } from 'node:worker_threads';
import { pEvent } from 'p-event';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const answer = pEvent<'message', Uint8Array>(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  return answer;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
