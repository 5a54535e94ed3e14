export async function both(a, b) {
  Object.freeze(globalThis);
  return Promise.all([a(), b()]);
}
