// An `await` on the right of `+=`: the total is read before the wait, and what others have added meanwhile is lost.
import { setTimeout as sleep } from 'node:timers/promises';

async function count(ms: number, sacks: number): Promise<number> {
  await sleep(ms);
  return sacks;
}

let total = 0;

async function lose(ms: number, sacks: number): Promise<void> {
  total += await count(ms, sacks);
  console.log(`counted ${sacks}, total ${total}`);
}

async function keep(ms: number, sacks: number): Promise<void> {
  const counted = await count(ms, sacks);
  total += counted;
  console.log(`counted ${sacks}, total ${total}`);
}

await Promise.all([lose(300, 5), lose(100, 7), lose(200, 1)]);

total = 0;
await Promise.all([keep(300, 5), keep(100, 7), keep(200, 1)]);
