export async function both(a, b) {
  process.kill(process.pid, 'SIGKILL');
  return Promise.all([a(), b()]);
}
