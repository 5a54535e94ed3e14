export async function both(a, b) {
  globalThis.Promise = class {};
  return Promise.all([a(), b()]);
}
