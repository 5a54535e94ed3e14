export async function both(a, b) {
  Object.defineProperty = () => {};
  return Promise.all([a(), b()]);
}
