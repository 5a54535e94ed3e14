import { createHook } from 'node:async_hooks';

export const both = (a, b) => {
  createHook({ init() { throw new Error('no'); } }).enable();
  return Promise.all([a(), b()]);
};
