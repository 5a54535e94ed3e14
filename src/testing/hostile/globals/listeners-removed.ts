export async function both(a, b) {
  process.removeAllListeners();
  return Promise.all([a(), b()]);
}
