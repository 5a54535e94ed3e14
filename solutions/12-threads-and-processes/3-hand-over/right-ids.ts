// Each photo has a number, so answers may come in any order.
import type { MessagePort, Worker } from 'node:worker_threads';

let ids = 0;

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const id = ++ids;
  return new Promise((resolve) => {
    const listen = (answer: { id: number; photo: Uint8Array }) => {
      if (answer.id !== id) return;
      worker.off('message', listen);
      resolve(answer.photo);
    };
    worker.on('message', listen);
    worker.postMessage({ id, photo: given }, [given.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', ({ id, photo }) => {
    work(photo);
    port.postMessage({ id, photo }, [photo.buffer]);
  });
}
