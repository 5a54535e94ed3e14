export async function both(a, b) {
  process.nextTick(() => {
    throw new Error('boom');
  });
  return Promise.all([a(), b()]);
}
