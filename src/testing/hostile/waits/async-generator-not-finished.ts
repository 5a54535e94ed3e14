async function* results(a, b) {
  yield await a();
  yield await b();
  await new Promise(() => {});
}

export async function both(a, b) {
  const all = [];
  for await (const result of results(a, b)) all.push(result);
  return all;
}
