// A loop that races new calls of next(): the value that a loser was asked for arrives, and no code reads it.
import { setTimeout as sleep } from 'node:timers/promises';

async function* orders(source: string, ms: number): AsyncGenerator<string> {
  for (let number = 1; number <= 3; number++) {
    await sleep(ms);
    console.log(`order ${number} from the ${source}`);
    yield `${source} ${number}`;
  }
}

const phone = orders('phone', 100);
const app = orders('app', 250);

for (;;) {
  const { done, value } = await Promise.race([phone.next(), app.next()]);
  if (done) break;
  console.log(`  cooks ${value}`);
}
console.log('  closes the kitchen');
