export async function both(a, b) {
  const all = (async () => {
    const first = await a();
    return [first, await all];
  })();
  return all;
}
