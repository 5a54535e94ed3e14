// Has a channel for each photo. Its port has no listener any more, and it was not closed.
// Fails: leaves no listener on the worker, and no open port
// Says: An open port is never freed
import { once } from 'node:events';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const { port1, port2 } = new MessageChannel();
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  worker.postMessage({ photo: given, reply: port2 }, [given.buffer as ArrayBuffer, port2]);
  const [developed] = await once(port1, 'message');
  return developed;
}

interface Order {
  photo: Uint8Array<ArrayBuffer>;
  reply: MessagePort;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', ({ photo, reply }: Order) => {
    work(photo);
    reply.postMessage(photo, [photo.buffer]);
  });
}
