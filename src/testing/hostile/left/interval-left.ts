export async function both(a, b) {
  setInterval(() => {}, 5);
  return Promise.all([a(), b()]);
}
