// Two queries within a limit of 100 ms, each with 300 ms of its own. The first one knows only its own limit, the second one both.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const signals = new AsyncLocalStorage<AbortSignal>();

async function query(name: string): Promise<void> {
  try {
    await sleep(200, undefined, { signal: signals.getStore() });
    console.log(name, 'has read all its rows');
  } catch {
    console.log(name, 'was told to stop');
  }
}

function only(ms: number, work: () => Promise<unknown>): Promise<unknown> {
  return signals.run(AbortSignal.timeout(ms), work);
}

function both(ms: number, work: () => Promise<unknown>): Promise<unknown> {
  const outer = signals.getStore() as AbortSignal;
  return signals.run(AbortSignal.any([outer, AbortSignal.timeout(ms)]), work);
}

await only(100, () =>
  Promise.all([
    only(300, () => query('the first query')),
    both(300, () => query('the second query')),
  ]),
);
