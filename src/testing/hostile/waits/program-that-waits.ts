import { spawnSync } from 'node:child_process';

export async function both(a, b) {
  spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 8000)']);
  return Promise.all([a(), b()]);
}
