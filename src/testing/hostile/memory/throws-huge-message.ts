export async function both(a, b) {
  throw new Error('boom '.repeat(1e6));
}
