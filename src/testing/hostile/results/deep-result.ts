export async function both(a, b) {
  let result = await Promise.all([a(), b()]);
  for (let i = 0; i < 100_000; i++) result = [result];
  return result;
}
