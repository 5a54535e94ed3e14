export async function both(a, b) {
  for (let i = 0; i < 100_000; i++) console.log(`line ${i}`);
  return Promise.all([a()]);
}
