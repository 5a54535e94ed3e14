function* endless() {
  while (true) yield null;
}

export async function both(a, b) {
  const all = [...endless()];
  return all;
}
