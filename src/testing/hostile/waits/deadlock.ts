export const both = (a, b) =>
  new Promise((resolve) => {
    Promise.all([a(), b()]).then((results) => results);
  });
