const grow = (depth) => (depth === 0 ? {} : Array.from({ length: 40 }, () => grow(depth - 1)));

export async function both(a, b) {
  await Promise.all([a(), b()]);
  return grow(3);
}
