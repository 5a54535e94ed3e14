// A race chooses a result, and stops nothing: the query goes on when its caller has the error already.
import { setTimeout as sleep } from 'node:timers/promises';

async function query(): Promise<string> {
  await sleep(300);
  console.log('the query is done, and no reader is left');
  return 'rows';
}

async function limit(ms: number): Promise<never> {
  await sleep(ms);
  throw new Error('too late');
}

try {
  console.log(await Promise.race([query(), limit(100)]));
} catch (error) {
  console.log('no page:', (error as Error).message);
}
