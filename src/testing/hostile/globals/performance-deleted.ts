export async function both(a, b) {
  delete globalThis.performance;
  return Promise.all([a(), b()]);
}
