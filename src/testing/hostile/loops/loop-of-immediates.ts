export function both(a, b) {
  return new Promise((resolve) => {
    let results;
    const look = () => (results ? resolve(results) : setImmediate(look));
    look();
    Promise.all([a(), b()]).then((all) => {
      results = all;
    });
  });
}
