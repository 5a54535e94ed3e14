export async function both(a, b) {
  throw new Proxy(new Error('boom'), {});
}
