export async function both(a, b) {
  await Promise.all([a(), b()]);
  return {
    get 0() {
      throw new Error('no result');
    },
    toJSON() {
      throw new Error('no JSON');
    },
    toString() {
      throw new Error('no text');
    },
    [Symbol.for('nodejs.util.inspect.custom')]() {
      throw new Error('no look');
    },
  };
}
