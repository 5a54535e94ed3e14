export const both = (a, b) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return Promise.all([a(), b()]);
};
