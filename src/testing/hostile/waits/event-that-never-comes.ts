import { EventEmitter, once } from 'node:events';

export async function both(a, b) {
  const done = new EventEmitter();
  const results = await Promise.all([a(), b()]);
  await once(done, 'done');
  return results;
}
