// Posts buffers, without a view on them.
import type { MessagePort, Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = photo;
  const isWhole = byteLength === buffer.byteLength;
  const alone = isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  const back = new Promise<ArrayBuffer>((resolve) => worker.once('message', resolve));
  worker.postMessage(alone, [alone as ArrayBuffer]);
  return new Uint8Array(await back);
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (buffer: ArrayBuffer) => {
    work(new Uint8Array(buffer));
    port.postMessage(buffer, [buffer]);
  });
}
