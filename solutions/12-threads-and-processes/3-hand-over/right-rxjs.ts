// RxJS makes a stream of the messages, of which each call takes the first.
import type { MessagePort, Worker } from 'node:worker_threads';
import { firstValueFrom, fromEvent, map, type Observable } from 'rxjs';

type Photo = Uint8Array<ArrayBuffer>;

export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  const given = isWhole ? photo : new Uint8Array(photo);
  const first = firstValueFrom(fromEvent(worker, 'message') as Observable<Uint8Array>);
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  return first;
}

export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  const photos = fromEvent(port as never, 'message') as Observable<{ data: Photo }>;
  photos.pipe(map(({ data }) => data)).subscribe((photo) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
