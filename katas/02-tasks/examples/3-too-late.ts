// While the first promise is awaited, the second one has no handler: its rejection ends Node.
import { setTimeout as sleep } from 'node:timers/promises';

async function stew(): Promise<string> {
  await sleep(300);
  return 'stew';
}

async function rice(): Promise<string> {
  await sleep(100);
  throw new Error('the rice is burnt');
}

async function dinner(): Promise<string[]> {
  const first = stew();
  const second = rice();
  console.log('both are on the stove');
  return [await first, await second];
}

try {
  console.log('served:', await dinner());
} catch (error) {
  console.log('this comes too late:', (error as Error).message);
}
