const results = [];

export async function both(a, b) {
  results.push(...(await Promise.all([a(), b()])));
  return results;
}
