// Does `await null` let a timer run? No: only an await of a timer or of an immediate does.
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

function compute(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

async function greedy(): Promise<void> {
  for (let i = 1; i <= 3; i++) {
    compute(50);
    await null;
    console.log('await null', i);
  }
}

async function polite(): Promise<void> {
  for (let i = 1; i <= 3; i++) {
    compute(50);
    await turn();
    console.log('await turn()', i);
  }
}

setTimeout(() => console.log('the timer of 10 ms'), 10);
await greedy();
await sleep(100);
setTimeout(() => console.log('another timer of 10 ms'), 10);
await polite();
