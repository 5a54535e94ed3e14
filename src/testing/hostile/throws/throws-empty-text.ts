export async function both(a, b) {
  throw '';
}
