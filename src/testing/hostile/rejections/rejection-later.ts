export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  setTimeout(() => Promise.reject(new Error('boom')), 20);
  return results;
}
