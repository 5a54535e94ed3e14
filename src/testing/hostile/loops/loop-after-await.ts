export async function both(a, b) {
  const first = await a();
  while (first) {
  }
  return [first, await b()];
}
