export async function both(a, b) {
  setTimeout(() => {
    while (a) {
    }
  }, 50);
  return Promise.all([a(), b()]);
}
