export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  results.push(results, { results });
  return results;
}
