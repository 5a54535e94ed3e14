export async function both(a, b) {
  process.env = {};
  return Promise.all([a(), b()]);
}
