export async function both(a, b) {
  const tick = () => setTimeout(tick, 0);
  tick();
  return Promise.all([a(), b()]);
}
