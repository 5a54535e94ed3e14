export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  return {
    get 0() {
      while (results) {
      }
    },
  };
}
