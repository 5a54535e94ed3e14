export async function both(a, b) {
  process.send = () => {};
  return Promise.all([a(), b()]);
}
