export async function both(a, b) {
  const numbers = Float64Array.from({ length: 3e7 }, (_, i) => (i * 7919) % 1000003);
  numbers.sort();
  numbers.sort((x, y) => y - x);
  return Promise.all([a(), b()]);
}
