// Promise.allSettled waits for all of them, and rejects with nothing: the errors are in the list.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(part: string, ms: number): Promise<string> {
  await sleep(ms);
  if (part === 'b') throw new Error('there is no b');
  return part;
}

const parts = [download('a', 350), download('b', 100), download('c', 200)];
for (const result of await Promise.allSettled(parts)) {
  if (result.status === 'fulfilled') console.log('here is', result.value);
  else console.log('missing:', result.reason.message);
}
