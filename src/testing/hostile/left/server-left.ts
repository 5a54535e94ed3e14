import { createServer } from 'node:http';

export async function both(a, b) {
  createServer().listen(0);
  return Promise.all([a(), b()]);
}
