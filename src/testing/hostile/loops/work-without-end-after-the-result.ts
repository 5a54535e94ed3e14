export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  const again = async () => {
    for (;;) await a();
  };
  again();
  return results;
}
