const { setTimeout } = require('node:timers/promises');

export async function both(a, b) {
  await setTimeout(1);
  return Promise.all([a(), b()]);
}
