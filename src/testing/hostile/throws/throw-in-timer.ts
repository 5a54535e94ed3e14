export async function both(a, b) {
  setTimeout(() => {
    throw new Error('boom');
  }, 5);
  return Promise.all([a(), b()]);
}
