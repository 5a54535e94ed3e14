import { EventEmitter } from 'node:events';

export async function both(a, b) {
  const work = new EventEmitter();
  setTimeout(() => work.emit('error', new Error('boom')), 5);
  return Promise.all([a(), b()]);
}
