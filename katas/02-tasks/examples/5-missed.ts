// An event is not kept: a listener that is added later gets only the next one. A promise of it keeps it.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const oven = new EventEmitter();

async function bake(): Promise<void> {
  await sleep(100);
  oven.emit('hot', 180);
  await sleep(200);
  oven.emit('hot', 220);
}

async function early(): Promise<void> {
  const hot = once(oven, 'hot');
  await sleep(200);
  console.log('early:', await hot);
}

async function late(): Promise<void> {
  await sleep(200);
  const hot = once(oven, 'hot');
  console.log('late:', await hot);
}

await Promise.all([bake(), early(), late()]);
