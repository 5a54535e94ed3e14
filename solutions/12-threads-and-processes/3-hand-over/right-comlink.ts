// comlink calls a function of the thread; its `transfer` hands over what it is called with, and the result.
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { type Endpoint, expose, transfer, wrap } from 'comlink';

interface Room {
  develop(photo: Uint8Array): Uint8Array;
}

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  const room = wrap<Room>(port1 as unknown as Endpoint);
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  try {
    return await room.develop(transfer(given, [given.buffer as ArrayBuffer]));
  } finally {
    port1.close();
  }
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (order: MessagePort) => {
    const room: Room = {
      develop(photo) {
        work(photo);
        return transfer(photo, [photo.buffer as ArrayBuffer]);
      },
    };
    expose(room, order as unknown as Endpoint);
  });
}
