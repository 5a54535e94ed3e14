export function both(a, b) {
  return [await a(), await b()];
}
