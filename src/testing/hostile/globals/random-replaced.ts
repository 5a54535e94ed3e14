export async function both(a, b) {
  Math.random = () => 0;
  return Promise.all([a(), b()]);
}
