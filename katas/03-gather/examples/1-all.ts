// Promise.all: all results, in the order of the input. It takes as long as the slowest one.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(part: string, ms: number): Promise<string> {
  await sleep(ms);
  console.log(`${part} has arrived`);
  return part.toUpperCase();
}

async function report(): Promise<string[]> {
  return await Promise.all([download('a', 350), download('b', 100), download('c', 200)]);
}

console.log(await report());
