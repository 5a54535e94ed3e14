// To stop the rest, your code must tell it: here with a signal that the work checks.
import { setTimeout as sleep } from 'node:timers/promises';

const controller = new AbortController();

async function download(part: string, ms: number): Promise<string> {
  try {
    await sleep(ms, undefined, { signal: controller.signal });
  } catch {
    console.log(`${part} is stopped`);
    throw new Error(`${part} was stopped`);
  }
  if (part === 'b') throw new Error('there is no b');
  return part;
}

try {
  await Promise.all([download('a', 350), download('b', 100), download('c', 200)]);
} catch (error) {
  controller.abort();
  console.log('no report:', (error as Error).message);
}
