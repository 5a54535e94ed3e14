export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  setTimeout(() => process.exit(), 10);
  return results;
}
