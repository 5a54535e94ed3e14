export async function both(a, b) {
  process.emit('SIGTERM');
  return Promise.all([a(), b()]);
}
