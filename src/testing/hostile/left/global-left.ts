export async function both(a, b) {
  globalThis.results = [];
  return Promise.all([a(), b()]);
}
