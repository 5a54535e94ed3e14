// Looks each millisecond whether the answer has come.
// Fails: hands the photo over to the thread and back, so no thread copies it
// Fails: hands the photo over in the call, also while the thread starts
// Fails: hands over a copy of a part of a buffer, and leaves the buffer whole
// Fails: does the same for each further photo, and for each worker
// Says: the call ends in the millisecond in which it ends
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const answers: Uint8Array[] = [];
  worker.once('message', (answer) => answers.push(answer));
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  while (answers[0] === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  return answers[0];
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
