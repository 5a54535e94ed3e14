// One loop that keeps two calls ahead: a result that is ready waits for the next item.
import { setTimeout as sleep } from 'node:timers/promises';

async function* orders() {
  for (const name of ['a', 'b', 'c']) {
    await sleep(200);
    yield name;
  }
}

async function cook(name: string): Promise<string> {
  await sleep(50);
  return name.toUpperCase();
}

async function* ahead(): AsyncGenerator<string> {
  const calls: Promise<string>[] = [];
  for await (const name of orders()) {
    calls.push(cook(name));
    if (calls.length === 2) yield (await calls.shift()) as string;
  }
  for (const call of calls) yield await call;
}

for await (const dish of ahead()) console.log(dish, 'is served');
