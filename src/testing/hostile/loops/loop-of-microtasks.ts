export async function both(a, b) {
  let results;
  Promise.all([a(), b()]).then((all) => {
    results = all;
  });
  while (!results) await null;
  return results;
}
