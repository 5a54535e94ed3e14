export function both(a, b) {
  return new Promise(() => {
    setInterval(() => {
      throw new Error('again');
    }, 1);
  });
}
