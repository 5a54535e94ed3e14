// A time limit is a race against a timer. Only an abort signal stops the work behind it.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(page: string, ms: number, signal?: AbortSignal): Promise<string> {
  await sleep(ms, undefined, { signal });
  console.log(`${page} has arrived`);
  return page;
}

async function tooLate(ms: number): Promise<never> {
  await sleep(ms);
  throw new Error('too late');
}

const say = (error: Error) => console.log(error.name, error.message);

await Promise.race([download('news', 350), tooLate(100)]).catch(say);
const signal = AbortSignal.timeout(100);
await download('mail', 300, signal).catch(say);
