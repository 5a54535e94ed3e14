export async function both(a, b) {
  const [first, second = await Promise.all([a(), b()]);
  return [first, second];
}
