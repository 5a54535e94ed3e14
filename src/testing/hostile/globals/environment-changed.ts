export async function both(a, b) {
  process.env.NODE_ENV = 'production';
  process.env.PATH = '';
  return Promise.all([a(), b()]);
}
