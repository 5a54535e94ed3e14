// One word decides whether `catch` runs: without `await`, the promise leaves the `try` before it rejects.
import { setTimeout as sleep } from 'node:timers/promises';

async function query(): Promise<string> {
  await sleep(100);
  throw new Error('the server is busy');
}

async function returned(): Promise<string> {
  try {
    return query();
  } catch {
    return 'caught in returned';
  }
}

async function awaited(): Promise<string> {
  try {
    return await query();
  } catch {
    return 'caught in awaited';
  }
}

console.log(await awaited());
await returned().catch((error) => console.log('only here:', error.message));
