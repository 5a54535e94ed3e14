import { pbkdf2Sync } from 'node:crypto';

export async function both(a, b) {
  pbkdf2Sync('password', 'salt', 1e9, 64, 'sha512');
  return Promise.all([a(), b()]);
}
