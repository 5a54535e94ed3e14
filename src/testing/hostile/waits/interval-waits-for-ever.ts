export const both = (a, b) =>
  new Promise((resolve) => {
    let results;
    setInterval(() => {
      if (results) resolve(results);
    }, 10);
  });
