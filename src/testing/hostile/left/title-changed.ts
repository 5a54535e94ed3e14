export async function both(a, b) {
  process.title = 'both';
  return Promise.all([a(), b()]);
}
