// Promise.all rejects with the first failure. What else it was given works on, and the caller has gone.
import { setTimeout as sleep } from 'node:timers/promises';

async function upload(name: string, ms: number): Promise<void> {
  await sleep(ms);
  console.log('uploaded', name);
}

async function fail(ms: number): Promise<never> {
  await sleep(ms);
  throw new Error('the disk is full');
}

async function save(): Promise<void> {
  try {
    await Promise.all([upload('first', 50), fail(100), upload('second', 200)]);
  } catch (error) {
    console.log('failed:', (error as Error).message);
  }
}

await save();
console.log('saved, or not: the call is over');
