import { execFileSync } from 'node:child_process';

export const both = (a, b) => {
  execFileSync(process.execPath, ['-e', 'setTimeout(() => {}, 1e9)']);
  return Promise.all([a(), b()]);
};
