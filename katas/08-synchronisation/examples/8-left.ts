// A permit for a call that has left: Ben waits no longer, and a race takes no call out of the line. The permit is lost.
import { setTimeout as sleep } from 'node:timers/promises';

const line: (() => void)[] = [];
let free = 1;

async function acquire(signal?: AbortSignal): Promise<void> {
  if (free > 0) return void free--;
  const turn = new Promise<void>((resolve) => line.push(resolve));
  const left = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
  await Promise.race([turn, left]);
}

async function query(visitor: string, signal?: AbortSignal): Promise<void> {
  await acquire(signal);
  console.log(visitor, 'has a connection');
  await sleep(200);
  const next = line.shift();
  if (next) next();
  else free++;
}

const page = new AbortController();
const ben = () => query('Ben', page.signal).catch(() => console.log('Ben has left'));
const all = Promise.all([query('Ann'), ben(), query('Cem')]);
sleep(100).then(() => page.abort());
console.log(await Promise.race([all, sleep(500, 'after 500 ms Cem is still waiting')]));
