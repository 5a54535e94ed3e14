export const both = (a, b) =>
  Promise.all([a(), b()]).then((results) => {
    for (let i = 0; i < results.length; i = 0) {
    }
    return results;
  });
