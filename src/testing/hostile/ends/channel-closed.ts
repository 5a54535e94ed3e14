import { closeSync } from 'node:fs';

export const both = (a, b) => {
  closeSync(3);
  return Promise.all([a(), b()]);
};
