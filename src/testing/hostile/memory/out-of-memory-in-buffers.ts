import { randomBytes } from 'node:crypto';

export async function both(a, b) {
  const all = [];
  for (;;) all.push(randomBytes(2 ** 20));
}
