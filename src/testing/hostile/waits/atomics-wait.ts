export async function both(a, b) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0);
  return Promise.all([a(), b()]);
}
