export async function both(a, b) {
  Function.prototype.call = () => 'called';
  return Promise.all([a(), b()]);
}
