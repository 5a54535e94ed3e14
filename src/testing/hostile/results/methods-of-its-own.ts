// What everybody shares is left alone: these are methods of objects of its own.
export function both(a, b) {
  const all = Promise.all([a(), b()]);
  all.then = all.then.bind(all);
  const seen = [];
  seen.push = (...values) => Array.prototype.push.apply(seen, values);
  seen.push(all);
  return seen[0];
}
