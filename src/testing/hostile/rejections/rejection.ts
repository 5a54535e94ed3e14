export async function both(a, b) {
  Promise.reject(new Error('boom'));
  return Promise.all([a(), b()]);
}
