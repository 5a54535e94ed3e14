async function* endless() { for (let i = 0; ; i++) yield i; }

export async function both(a, b) {
  for await (const i of endless()) if (i < 0) break;
  return [await a(), await b()];
}
