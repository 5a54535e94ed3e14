import { performance } from 'node:perf_hooks';

export async function both(a, b) {
  while (performance.timeOrigin > 0);
  return Promise.all([a(), b()]);
}
