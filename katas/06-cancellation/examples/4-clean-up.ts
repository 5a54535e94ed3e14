// A clean-up under a signal that was aborted before does nothing. It needs one that the abort does not reach.
import { setTimeout as sleep } from 'node:timers/promises';

async function cancelRoom(signal: AbortSignal): Promise<void> {
  await sleep(100, undefined, { signal });
  console.log('the room is cancelled');
}

const controller = new AbortController();
const { signal } = controller;
setTimeout(() => controller.abort(), 100);

try {
  await sleep(300, undefined, { signal });
} catch {
  console.log('told to stop');
}

try {
  await cancelRoom(signal);
} catch (error) {
  console.log('the room is still booked:', (error as Error).name);
}
await cancelRoom(new AbortController().signal);
