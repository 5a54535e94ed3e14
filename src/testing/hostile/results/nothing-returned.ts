export async function both(a, b) {
  Promise.all([a(), b()]);
}
