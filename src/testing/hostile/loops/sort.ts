export async function both(a, b) {
  const numbers = new Int32Array(2e7);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (i * 7919) % 1000003;
  numbers.sort((x, y) => Math.sin(y) - Math.sin(x));
  return Promise.all([a(), b()]);
}
