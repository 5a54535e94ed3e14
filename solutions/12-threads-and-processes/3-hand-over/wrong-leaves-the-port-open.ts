// Has a channel for each photo, and leaves it open.
// Fails: leaves no listener on the worker, and no open port
// Says: an open MessagePort
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const { port1, port2 } = new MessageChannel();
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  worker.postMessage({ photo: given, reply: port2 }, [given.buffer as ArrayBuffer, port2]);
  return new Promise((resolve) => port1.on('message', resolve));
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', ({ photo, reply }) => {
    work(photo);
    reply.postMessage(photo, [photo.buffer]);
  });
}
