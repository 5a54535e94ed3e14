process.on('unhandledRejection', () => process.exit(1));
process.on('uncaughtException', () => process.exit(1));

export async function both(a, b) {
  Promise.reject(new Error('boom'));
  return Promise.all([a(), b()]);
}
