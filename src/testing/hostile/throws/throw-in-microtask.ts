export async function both(a, b) {
  queueMicrotask(() => {
    throw new Error('boom');
  });
  return Promise.all([a(), b()]);
}
