// It is told to stop after 250 ms, in the middle of a wait. When does each of the two end?
import { setTimeout as sleep } from 'node:timers/promises';

const controller = new AbortController();
const { signal } = controller;
setTimeout(() => controller.abort(), 250);

async function connect(): Promise<void> {
  await sleep(50);
  throw new Error('no connection');
}

async function supervise(name: string, pause: (ms: number) => Promise<void>): Promise<void> {
  for (let wait = 100; !signal.aborted; wait *= 4) {
    await connect().catch((error) => console.log(`${name}: ${error.message}`));
    await pause(wait);
  }
  console.log(`${name} has stopped`);
}

await Promise.all([
  supervise('deaf', (ms) => sleep(ms)),
  supervise('awake', (ms) => sleep(ms, undefined, { signal }).catch(() => {})),
]);
