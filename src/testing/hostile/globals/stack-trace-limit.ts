export async function both(a, b) {
  Error.stackTraceLimit = 0;
  return Promise.all([a(), b()]);
}
