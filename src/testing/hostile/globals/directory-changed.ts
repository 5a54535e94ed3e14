export async function both(a, b) {
  process.chdir('/');
  return Promise.all([a(), b()]);
}
