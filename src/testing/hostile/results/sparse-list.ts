export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  results.length = 4_294_967_295;
  return results;
}
