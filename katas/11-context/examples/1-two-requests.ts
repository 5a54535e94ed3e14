// Two requests and one variable: after the first `await`, both read what the second one wrote. A context keeps them apart.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

let current = 'none';
const requests = new AsyncLocalStorage<string>();

async function query(ms: number): Promise<void> {
  await sleep(ms);
  console.log(`query failed: variable ${current}, context ${requests.getStore()}`);
}

async function serve(ms: number): Promise<void> {
  await sleep(50);
  await query(ms);
}

function receive(id: string, ms: number): Promise<void> {
  current = id;
  return requests.run(id, () => serve(ms));
}

await Promise.all([receive('r1', 200), receive('r2', 100)]);
console.log(`all is done: variable ${current}, context ${requests.getStore()}`);
