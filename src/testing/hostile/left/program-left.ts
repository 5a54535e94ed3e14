import { spawn } from 'node:child_process';

export async function both(a, b) {
  spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)']);
  return Promise.all([a(), b()]);
}
