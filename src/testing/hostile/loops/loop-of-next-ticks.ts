export function both(a, b) {
  const again = () => process.nextTick(again);
  again();
  return Promise.all([a(), b()]);
}
