// A server is told to end. The requests in flight get 400 ms: who waits for them, and what becomes of the slow one?
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<Promise<void>>();
const shutdown = new AbortController();

async function request(name: string, ms: number): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: shutdown.signal });
    console.log(name, 'was answered');
  } catch {
    console.log(name, 'was told to stop');
    await sleep(50); // It closes its file.
    console.log(name, 'has closed its file');
  }
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

come('home', 100);
come('search', 300);
come('report', 900);
await sleep(50);
console.log('closed, and told to stop:', await close(400));
