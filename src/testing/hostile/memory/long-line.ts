export async function both(a, b) {
  console.log('x'.repeat(20_000_000));
  return Promise.all([a()]);
}
