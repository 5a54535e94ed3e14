// A limit that comes too late: the calls have started all the work, and what waits in line is only its results.
import { setTimeout as sleep } from 'node:timers/promises';

let inFlight = 0;

async function send(invoice: string): Promise<void> {
  console.log(`${invoice} is sent, ${++inFlight} in flight`);
  await sleep(100);
  inFlight--;
}

const invoices = ['a', 'b', 'c', 'd', 'e'];

// Two at a time? send() is called for each of them here.
const started = invoices.map((invoice) => send(invoice));
while (started.length > 0) await Promise.all(started.splice(0, 2));

console.log('Now with functions, which no code has called yet:');
const waiting = invoices.map((invoice) => () => send(invoice));

async function worker(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) await next();
}

await Promise.all([worker(), worker()]);
