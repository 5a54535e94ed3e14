export async function both(a, b) {
  process.disconnect?.();
  return Promise.all([a(), b()]);
}
