function forEver() {
  for (;;) {
  }
}

export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  return new Proxy(results, { get: (target, key) => (key === 'then' ? undefined : forEver()) });
}
