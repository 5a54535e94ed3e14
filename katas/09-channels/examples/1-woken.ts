// A waiter who is only woken looks when its code goes on. By then, another one has taken the plate.
import { setTimeout as sleep } from 'node:timers/promises';

const plates: string[] = [];
const waiting: (() => void)[] = [];

function put(plate: string): void {
  plates.push(plate);
  waiting.shift()?.();
}

async function get(): Promise<string | undefined> {
  while (plates.length === 0) await new Promise<void>((wake) => waiting.push(wake));
  return plates.shift();
}

async function serve(name: string): Promise<void> {
  console.log(name, 'carries the', await get());
}

const ann = serve('Ann');
await sleep(100);
put('soup');
const ben = serve('Ben');
await sleep(100);
put('fish');
await Promise.all([ann, ben]);
