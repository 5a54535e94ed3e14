export function both(a, b) {
  const again = () => queueMicrotask(again);
  again();
  return Promise.all([a(), b()]);
}
