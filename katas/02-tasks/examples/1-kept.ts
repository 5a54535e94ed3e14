// A promise that is kept can be awaited later: meanwhile the work goes on, and so do you.
import { setTimeout as sleep } from 'node:timers/promises';

async function simmer(dish: string, ms: number): Promise<string> {
  console.log(`${dish} is on the stove`);
  await sleep(ms);
  console.log(`${dish} is done`);
  return dish;
}

const stew = simmer('stew', 300);
const rice = simmer('rice', 200);
console.log('the table is laid');
await sleep(100);
console.log('the guests sit down');
console.log(`served: ${await stew} and ${await rice}`);
// A promise keeps its value: a second await gets it too.
console.log(`once more: ${await stew}`);
