export async function both(a, b) {
  for (;;) await Promise.all([a(), b()]);
}
