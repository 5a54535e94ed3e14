// Node's own: the setTimeout that gives promises.
import { setTimeout } from 'node:timers/promises';

export async function sleep(ms: number): Promise<void> {
  await setTimeout(ms);
}
