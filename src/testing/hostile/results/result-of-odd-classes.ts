class Results extends Array {
  static get [Symbol.species]() {
    throw new Error('no species');
  }
  get [Symbol.toStringTag]() {
    throw new Error('no tag');
  }
}

export async function both(a, b) {
  const results = new Results();
  for (const result of await Promise.all([a(), b()])) results.push(result);
  return results;
}
