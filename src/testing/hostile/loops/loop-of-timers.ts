export function both(a, b) {
  return new Promise((resolve) => {
    let results;
    const look = () => {
      if (results) resolve(results);
      else setTimeout(look, 1);
    };
    look();
  });
}
