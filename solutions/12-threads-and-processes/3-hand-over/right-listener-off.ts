// Takes its listener off by hand; the thread listens as an EventTarget does.
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  return new Promise((resolve) => {
    const listener = (developed: Uint8Array) => {
      worker.off('message', listener);
      resolve(developed);
    };
    worker.on('message', listener);
    worker.postMessage({ given }, [given.buffer as ArrayBuffer]);
  });
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  const listener = ({ data }: { data: { given: Uint8Array<ArrayBuffer> } }) => {
    work(data.given);
    port.postMessage(data.given, [data.given.buffer]);
  };
  port.addEventListener('message', listener as never);
}
