export async function both(a, b) {
  Promise.all = () => 'all';
  return Promise.all([a(), b()]);
}
