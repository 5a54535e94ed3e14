export async function both(a, b) {
  const { proxy, revoke } = Proxy.revocable([], {});
  const result = [await a(), proxy];
  revoke();
  return result;
}
