export async function both(a, b) {
  process.exit(1);
  return Promise.all([a(), b()]);
}
