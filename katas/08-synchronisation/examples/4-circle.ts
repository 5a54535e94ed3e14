// A circular wait: each of two transfers has locked one account, and waits for the other one. A time limit shows it.
import { setTimeout as sleep } from 'node:timers/promises';

const lines = new Map<string, Promise<void>>();

async function lock(account: string): Promise<() => void> {
  const before = lines.get(account);
  let unlock = () => {};
  lines.set(account, new Promise((resolve) => (unlock = resolve)));
  await before;
  return unlock;
}

async function transfer(from: string, to: string): Promise<void> {
  const unlockFrom = await lock(from);
  console.log(`${from} to ${to} has locked ${from}`);
  const unlockTo = await lock(to);
  console.log(`${from} to ${to} has locked ${to}`);
  await sleep(100);
  unlockTo();
  unlockFrom();
}

await transfer('c', 'd');
const both = Promise.all([transfer('a', 'b'), transfer('b', 'a')]);
const limit = sleep(500, 'after 500 ms both are still waiting');
console.log(await Promise.race([both, limit]));
