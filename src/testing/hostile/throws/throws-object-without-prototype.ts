export async function both(a, b) {
  throw Object.create(null);
}
