export async function both(a, b) {
  const all = [];
  for (;;) all.push(Buffer.alloc(100 * 2 ** 20, 1));
}
