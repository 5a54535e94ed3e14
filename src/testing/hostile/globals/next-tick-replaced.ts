export async function both(a, b) {
  process.nextTick = () => {};
  return Promise.all([a(), b()]);
}
