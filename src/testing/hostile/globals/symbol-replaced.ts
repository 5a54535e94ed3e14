export async function both(a, b) {
  globalThis.Symbol = () => 'symbol';
  return Promise.all([a(), b()]);
}
