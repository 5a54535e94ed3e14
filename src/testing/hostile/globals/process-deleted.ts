export async function both(a, b) {
  delete globalThis.process;
  return Promise.all([a(), b()]);
}
