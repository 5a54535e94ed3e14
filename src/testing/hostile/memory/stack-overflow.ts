const depth = (n) => 1 + depth(n + 1);

export async function both(a, b) {
  depth(0);
  return Promise.all([a(), b()]);
}
