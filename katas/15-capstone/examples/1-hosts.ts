// Two hosts, one page of each at a time, and a pause after each page. Neither host waits for the other one.
import { setTimeout as sleep } from 'node:timers/promises';

const pages = { 'a/1': 100, 'b/1': 400, 'a/2': 200, 'b/2': 100, 'a/3': 100 };
const hosts = new Map<string, Promise<void>>();

async function load(page: string, ms: number): Promise<void> {
  console.log(page, 'is opened');
  await sleep(ms);
  console.log(page, 'is loaded');
}

async function visit(page: string, ms: number): Promise<void> {
  const host = page.slice(0, 1);
  const before = hosts.get(host);
  const loaded = Promise.resolve(before).then(() => load(page, ms));
  hosts.set(
    host,
    loaded.then(() => sleep(150)),
  );
  await loaded;
}

await Promise.all(Object.entries(pages).map(([page, ms]) => visit(page, ms)));
console.log('all are loaded: the last pauses run on');
