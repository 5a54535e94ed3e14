export async function both(a, b) {
  const results = [];
  while (results.length < 2) {
  }
  return results;
}
