// Has a channel for each worker, and keeps it for the next photo.
// Fails: leaves no listener on the worker, and no open port
// Says: an open MessagePort
import { once } from 'node:events';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';

const lines = new WeakMap<Worker, MessagePort>();

function lineTo(worker: Worker): MessagePort {
  const known = lines.get(worker);
  if (known) return known;
  const { port1, port2 } = new MessageChannel();
  lines.set(worker, port1);
  worker.postMessage(port2, [port2]);
  return port1;
}

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const line = lineTo(worker);
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  line.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = await once(line, 'message');
  return developed;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (line: MessagePort) => {
    line.on('message', (photo: Uint8Array<ArrayBuffer>) => {
      work(photo);
      line.postMessage(photo, [photo.buffer]);
    });
  });
}
