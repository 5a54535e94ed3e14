export async function both(a, b) {
  let n = 3n ** 3_000_000n;
  n = n ** 7n;
  return [`${n}`.length, `${n}`.length];
}
