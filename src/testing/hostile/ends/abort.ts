export async function both(a, b) {
  process.abort();
  return Promise.all([a(), b()]);
}
