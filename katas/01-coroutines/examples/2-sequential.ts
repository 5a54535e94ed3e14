// Awaited one after another, two calls take the sum of their times. Called first, they overlap.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(page: string, ms: number): Promise<void> {
  console.log(`${page} is requested`);
  await sleep(ms);
  console.log(`${page} has arrived`);
}

async function sequential(): Promise<void> {
  await download('news', 200);
  await download('mail', 100);
}

async function concurrent(): Promise<void> {
  const news = download('news', 200);
  const mail = download('mail', 100);
  await news;
  await mail;
}

await sequential();
console.log('and now both are called first');
await concurrent();
