export async function both(a, b) {
  await Promise.all([a(), b()]);
  return Array.from({ length: 1_000_000 }, (_, i) => `result ${i}`);
}
