// A slow try, and a second one. With one time limit for both, the second try has no time left.
import { setTimeout as sleep } from 'node:timers/promises';

async function load(signal: AbortSignal, ms: number): Promise<string> {
  try {
    await sleep(ms, undefined, { signal });
    return 'loaded';
  } catch {
    return 'the time is up';
  }
}

const slowFirst = [900, 100];

async function together(): Promise<void> {
  const signal = AbortSignal.timeout(300);
  for (const ms of slowFirst) console.log('one limit for both:', await load(signal, ms));
}

async function each(): Promise<void> {
  for (const ms of slowFirst)
    console.log('a limit for each: ', await load(AbortSignal.timeout(300), ms));
}

await together();
await each();
