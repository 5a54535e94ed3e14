export async function both(a, b) {
  delete globalThis.console;
  return Promise.all([a(), b()]);
}
