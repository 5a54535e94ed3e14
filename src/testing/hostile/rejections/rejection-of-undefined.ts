export async function both(a, b) {
  Promise.reject();
  return Promise.all([a(), b()]);
}
