// First check, then wait, then act: the last bicycle is sold twice. No call fails, and one thread runs it all.
import { setTimeout as sleep } from 'node:timers/promises';

let bicycles = 1;

async function inStock(): Promise<number> {
  const found = bicycles;
  await sleep(100);
  return found;
}

async function pay(customer: string, ms: number): Promise<void> {
  await sleep(ms);
  console.log(customer, 'has paid');
}

async function buy(customer: string, ms: number): Promise<void> {
  if ((await inStock()) < 1) return console.log('sold out for', customer);
  await pay(customer, ms);
  bicycles -= 1;
  console.log(`${bicycles} bicycles are left`);
}

await Promise.all([buy('Ann', 100), buy('Ben', 200)]);
await buy('Cem', 100);
