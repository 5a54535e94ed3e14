export async function both(a, b) {
  const isWord = /^(a+)+$/.test(`${'a'.repeat(40)}!`);
  return isWord ? [] : Promise.all([a(), b()]);
}
