import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';

/**
 * Has a thread work on a photo. In the thread, `darkroom()` waits for photos. What the two post to each other is up to
 * you. A caller waits for one photo before it passes the next one to the same worker.
 *
 * - Hands the photo over to the thread, and fulfils in the millisecond in which the thread has done its work. No thread
 *   copies a message. The thread of the caller computes nothing meanwhile, and needs no timer.
 * - Hands it over in the call: just after the call, `photo` has 0 bytes. Its thread may still be starting.
 * - Fulfils with a Uint8Array: the bytes as `work` has left them, however many they are.
 * - When `photo` is only a part of its buffer, hands over a copy of that part, as it is in the call. The buffer stays
 *   whole, and so does `photo`. A small `Buffer` of Node is such a part: many of them share one buffer.
 * - Does the same for each further photo. Workers know nothing of each other.
 * - When the returned promise settles, leaves no listener on the worker, and no open port.
 * - All of that is so for real: on threads of Node.
 */
export async function develop(worker: Worker, photo: Uint8Array): Promise<Uint8Array> {
  const isWhole = photo.byteLength === photo.buffer.byteLength;
  // A buffer is handed over as a whole, with all that stands beside the photo. (`slice` of a Buffer makes no copy.)
  const given = isWhole ? photo : new Uint8Array(photo);
  const back = once(worker, 'message');
  worker.postMessage(given, [given.buffer as ArrayBuffer]);
  const [developed] = await back;
  return developed;
}

/**
 * Runs in the thread. For each photo that comes to `port`, calls `work` once, which changes the bytes in place. It gets
 * the photo in a buffer of just its length. Then hands the photo back, so it has 0 bytes in the thread.
 */
export function darkroom(port: MessagePort, work: (photo: Uint8Array) => void): void {
  port.on('message', (photo: Uint8Array<ArrayBuffer>) => {
    work(photo);
    port.postMessage(photo, [photo.buffer]);
  });
}
