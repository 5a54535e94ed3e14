// Promise.all rejects with the first error, at once. The other work goes on: a promise stops nothing.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(part: string, ms: number): Promise<string> {
  await sleep(ms);
  if (part === 'b') throw new Error('there is no b');
  console.log(`${part} has arrived`);
  return part;
}

async function report(): Promise<void> {
  try {
    await Promise.all([download('a', 350), download('b', 100), download('c', 200)]);
  } catch (error) {
    console.log('no report:', (error as Error).message);
  }
}

await report();
console.log('the program is over, and a and c are not');
