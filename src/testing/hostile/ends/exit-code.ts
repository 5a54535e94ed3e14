export async function both(a, b) {
  process.exitCode = 3;
  return Promise.all([a(), b()]);
}
