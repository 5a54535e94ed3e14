const depth = (n) => 1 + depth(n + 1);

export async function both(a, b) {
  setTimeout(() => depth(0), 5);
  return Promise.all([a(), b()]);
}
