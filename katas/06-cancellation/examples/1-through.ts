// A signal goes through three functions. The one at the end stops, and the error goes back through the two others.
import { setTimeout as sleep } from 'node:timers/promises';

async function query(text: string, signal: AbortSignal): Promise<string> {
  await sleep(300, undefined, { signal });
  return `rows of ${text}`;
}

async function report(signal: AbortSignal): Promise<string> {
  try {
    return await query('sales', signal);
  } finally {
    console.log('the report is put away');
  }
}

async function page(signal: AbortSignal): Promise<void> {
  try {
    console.log(await report(signal));
  } catch (error) {
    console.log('no page:', (error as Error).name);
  }
}

const controller = new AbortController();
setTimeout(() => controller.abort(), 100);
await page(controller.signal);
