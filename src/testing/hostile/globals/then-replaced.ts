export async function both(a, b) {
  Promise.prototype.then = () => 'later';
  return Promise.all([a(), b()]);
}
