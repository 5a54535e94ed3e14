export function both(a, b) {
  const again = () => Promise.resolve().then(again);
  return again();
}
