export async function both(a, b) {
  Object.freeze(Object.prototype);
  Object.freeze(Array.prototype);
  return Promise.all([a(), b()]);
}
