// A call starts the work, and an await waits for it: two things, on two lines.
import { setTimeout as sleep } from 'node:timers/promises';

async function boil(litres: number): Promise<string> {
  console.log('the water is on');
  await sleep(300);
  console.log('the water boils');
  return `${litres} l of water`;
}

console.log('good morning');
const promise = boil(1);
console.log('the cup is ready');
const water = await promise;
console.log(`tea, made of ${water}`);
