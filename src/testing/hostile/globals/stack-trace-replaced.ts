export async function both(a, b) {
  Error.prepareStackTrace = () => 'no stack';
  return Promise.all([a(), b()]);
}
