const all = [];

export async function both(a, b) {
  setInterval(() => {
    all.push(Array.from({ length: 3e5 }, (_, i) => ({ i })));
  }, 1);
  return new Promise(() => {});
}
