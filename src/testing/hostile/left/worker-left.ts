import { Worker } from 'node:worker_threads';

export async function both(a, b) {
  new Worker('setInterval(() => {}, 1000)', { eval: true });
  return Promise.all([a(), b()]);
}
