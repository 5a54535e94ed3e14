// Promise.any takes the first that fulfils: an early failure does not win, as it does in a race.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(mirror: string, ms: number, hasFile = true): Promise<string> {
  await sleep(ms);
  if (!hasFile) throw new Error(`${mirror} has no such file`);
  return mirror;
}

const all = () => [ask('Oslo', 50, false), ask('Rome', 150), ask('Lima', 250)];

console.log('any:', await Promise.any(all()));
try {
  console.log('race:', await Promise.race(all()));
} catch (error) {
  console.log('race:', (error as Error).message);
}
