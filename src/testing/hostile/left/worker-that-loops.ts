import { Worker } from 'node:worker_threads';

export async function both(a, b) {
  new Worker('for (;;) {}', { eval: true });
  return Promise.all([a(), b()]);
}
