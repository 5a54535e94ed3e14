// `setInterval` does not wait for a promise: each call takes longer than the interval, so two of them run at a time.
import { setTimeout as sleep } from 'node:timers/promises';

let saves = 0;

async function save(): Promise<void> {
  const name = `save ${++saves}`;
  console.log(name, 'starts');
  await sleep(300);
  console.log(name, 'has ended');
}

const timer = setInterval(save, 200);
await sleep(650);
clearInterval(timer);
