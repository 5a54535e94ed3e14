export function both(a, b) {
  return new Promise((resolve) => {
    setTimeout(() => {
      let results;
      while (!results) {
      }
      resolve(results);
    }, 5);
  });
}
