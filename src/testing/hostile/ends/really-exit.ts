export async function both(a, b) {
  process.reallyExit(1);
  return Promise.all([a(), b()]);
}
