import { Worker } from 'node:worker_threads';

export async function both(a, b) {
  new Worker('throw new Error("boom")', { eval: true });
  return Promise.all([a(), b()]);
}
