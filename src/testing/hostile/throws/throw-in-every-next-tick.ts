export async function both(a, b) {
  const again = () => {
    process.nextTick(again);
    throw new Error('again');
  };
  process.nextTick(again);
  return Promise.all([a(), b()]);
}
