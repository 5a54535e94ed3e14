async function again(results) { return results.length === 2 ? results : again(await results); }

export async function both(a, b) {
  return again([]);
}
