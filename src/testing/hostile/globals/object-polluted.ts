export async function both(a, b) {
  Object.prototype.name = 'polluted';
  return Promise.all([a(), b()]);
}
