// An item for a call that has left: Ben leaves, and a race takes no call out of the line. Order 1 is lost.
import { setTimeout as sleep } from 'node:timers/promises';

const line: ((order: string) => void)[] = [];

async function get(signal?: AbortSignal): Promise<string> {
  const turn = new Promise<string>((resolve) => line.push(resolve));
  const left = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
  return Promise.race([turn, left]);
}

function put(order: string): void {
  const next = line.shift();
  next?.(order);
}

async function serve(name: string, signal?: AbortSignal): Promise<void> {
  console.log(name, 'has', await get(signal));
}

const ben = serve('Ben', AbortSignal.timeout(100)).catch(() => console.log('Ben has left'));
const cem = serve('Cem');
sleep(200).then(() => put('order 1'));
sleep(300).then(() => put('order 2'));
await Promise.all([ben, cem]);
