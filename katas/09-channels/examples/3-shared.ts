// One generator for two loops: Ann leaves the first one with `break`. That ends the generator, and Ben gets nothing.
import { setTimeout as sleep } from 'node:timers/promises';

async function* cook(): AsyncGenerator<string> {
  for (const plate of ['soup', 'fish', 'cake', 'tea']) {
    await sleep(100);
    yield plate;
  }
}

const plates = cook();

async function waiter(name: string, most: number): Promise<void> {
  let count = 0;
  for await (const plate of plates) {
    console.log(name, 'takes', plate);
    count++;
    if (count === most) break;
  }
  console.log(name, 'goes home');
}

await waiter('Ann', 2);
await waiter('Ben', 2);
