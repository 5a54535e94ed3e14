import { performance } from 'node:perf_hooks';

export async function both(a, b) {
  const end = performance.timeOrigin + 30;
  while (performance.timeOrigin < Infinity) {
    if (end === 0) break;
  }
  return Promise.all([a(), b()]);
}
