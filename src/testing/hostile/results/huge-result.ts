export async function both(a, b) {
  await Promise.all([a(), b()]);
  return ['x'.repeat(100_000_000), 'B'];
}
