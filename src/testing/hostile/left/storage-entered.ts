import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();

export async function both(a, b) {
  if (storage.getStore()) throw new Error('somebody has been here before');
  storage.enterWith('both');
  return Promise.all([a(), b()]);
}
