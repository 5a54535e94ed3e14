// A server is told to end. The requests in flight get 400 ms: who waits for them, and what becomes of the slow one?
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<Promise<void>>();
const shutdown = new AbortController();

async function request(name: string, ms: number): Promise<void> {
  const { signal } = shutdown;
  const isDone = await sleep(ms, true, { signal }).catch(() => false);
  if (!isDone) await sleep(50); // It closes its file.
  console.log(name, isDone ? 'was answered' : 'was told to stop, and has closed its file');
}

function come(name: string, ms: number): void {
  const ended = request(name, ms).finally(() => running.delete(ended));
  running.add(ended);
}

async function close(grace: number): Promise<number> {
  await Promise.race([Promise.all(running), sleep(grace)]);
  const told = running.size;
  if (told > 0) shutdown.abort();
  await Promise.all(running);
  return told;
}

for (const [name, ms] of Object.entries({ home: 100, search: 300, report: 900 })) come(name, ms);
console.log('closed, and told to stop:', await close(400));
