async function depth(n) {
  return 1 + (await depth(n + 1));
}

export async function both(a, b) {
  await b();
  await depth(0);
  return Promise.all([a(), b()]);
}
