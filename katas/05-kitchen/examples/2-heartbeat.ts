// A timer that fires late tells that the code computes. While the code waits, it is on time.
import { setTimeout as sleep } from 'node:timers/promises';

function compute(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

const clock = setInterval(function beat() {
  console.log('beat');
}, 100);

async function work(): Promise<void> {
  console.log('it waits');
  await sleep(250);
  console.log('it computes');
  compute(200);
  console.log('it waits again');
  await sleep(150);
}

await work();
clearInterval(clock);
