// One failure, and two that only answer the abort: what does each of them reject with?
import { setTimeout as sleep } from 'node:timers/promises';

const group = new AbortController();
const { signal } = group;

async function picture(name: string, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal });
  if (name === 'second') throw new Error('no such picture');
}

async function slow(ms: number): Promise<void> {
  await sleep(ms);
  signal.throwIfAborted();
}

const work = { first: picture('first', 300), second: picture('second', 100), third: slow(200) };

for (const [name, promise] of Object.entries(work))
  promise.catch((error) => {
    const isAnswer = error === signal.reason || error.name === 'AbortError';
    console.log(name, 'rejected:', error.message, isAnswer ? '(it was told to)' : '(a failure)');
    group.abort(error);
  });
