// A limit of two starts in 300 ms, counted from one full stretch to the next: at the edge, four calls start within 50 ms.
import { setTimeout as sleep } from 'node:timers/promises';

let free = 2;
const edge = sleep(300).then(() => {
  free = 2;
  console.log('a new stretch begins');
});

async function request(name: string): Promise<void> {
  if (free === 0) await edge;
  free--;
  console.log(name, 'starts');
  await sleep(100);
}

await sleep(250);
await Promise.all(['a', 'b', 'c', 'd'].map(request));
console.log('in 100 ms, four requests were made');
