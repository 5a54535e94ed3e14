export async function both(a, b) {
  Array.prototype.last = function () {
    return this.at(-1);
  };
  return Promise.all([a(), b()]);
}
