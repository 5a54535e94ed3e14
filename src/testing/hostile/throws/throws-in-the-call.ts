export function both(a, b) {
  throw new TypeError('a and b are not here');
}
