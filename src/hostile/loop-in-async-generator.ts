async function* endless() {
  let i = 0;
  while (true) yield i++;
}

export async function both(a, b) {
  let sum = 0;
  for await (const i of endless()) sum += i;
  return [await a(), await b()];
}
