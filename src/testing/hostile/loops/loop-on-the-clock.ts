function sleep(ms) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
  }
}

export async function both(a, b) {
  sleep(30);
  return Promise.all([a(), b()]);
}
