export async function both(a, b) {
  process.kill(process.pid);
  return Promise.all([a(), b()]);
}
