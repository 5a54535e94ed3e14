// A sum is evaluated from left to right: what is left of the `await` is old when the wait is over.
import { setTimeout as sleep } from 'node:timers/promises';

let total = 0;

function read(): number {
  console.log(`reads ${total}`);
  return total;
}

async function count(ms: number, sacks: number): Promise<number> {
  await sleep(ms);
  console.log(`counted ${sacks}`);
  return sacks;
}

async function readsFirst(ms: number, sacks: number): Promise<void> {
  total = read() + (await count(ms, sacks));
}

async function readsLast(ms: number, sacks: number): Promise<void> {
  total = (await count(ms, sacks)) + read();
}

await Promise.all([readsFirst(100, 7), readsFirst(200, 1)]);
console.log(`the total is ${total}`);
total = 0;
await Promise.all([readsLast(100, 7), readsLast(200, 1)]);
console.log(`the total is ${total}`);
