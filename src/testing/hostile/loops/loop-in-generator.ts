export async function both(a, b) {
  for (const i of (function* () { for (let i = 0; ; i++) yield i; })()) if (i < 0) break;
  return [await a(), await b()];
}
