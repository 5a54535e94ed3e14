export async function both(a, b) {
  delete Array.prototype.push;
  return Promise.all([a(), b()]);
}
