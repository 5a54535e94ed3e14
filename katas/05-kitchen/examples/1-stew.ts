// The hands do one thing at a time (stir), and the stove as many as you like (sleep).
import { setTimeout as sleep } from 'node:timers/promises';

/** Computes: nothing else can run meanwhile. */
function stir(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

async function stew(guest: string): Promise<void> {
  stir(50);
  console.log(`the stew for ${guest} is on the stove`);
  await sleep(300);
  stir(50);
  console.log(`${guest}, dinner is ready`);
}

await Promise.all([stew('Anna'), stew('Ben'), stew('Clara')]);
