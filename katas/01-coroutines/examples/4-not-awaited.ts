// Without an await, no code handles the error. Node ends, and the rest never runs.
import { setTimeout as sleep } from 'node:timers/promises';

async function cook(dish: string, ms: number): Promise<string> {
  await sleep(ms);
  if (dish === 'rice') throw new Error(`the ${dish} is burnt`);
  console.log(`${dish} is ready`);
  return dish;
}

try {
  // The await is missing here.
  cook('rice', 100);
  await cook('soup', 50);
  await cook('stew', 200);
} catch (error) {
  console.log('this is never printed:', (error as Error).message);
}
