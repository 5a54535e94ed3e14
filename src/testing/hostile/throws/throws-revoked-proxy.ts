export async function both(a, b) {
  const { proxy, revoke } = Proxy.revocable(new Error('boom'), {});
  revoke();
  throw proxy;
}
