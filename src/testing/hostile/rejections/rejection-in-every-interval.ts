export function both(a, b) {
  return new Promise(() => {
    setInterval(async () => {
      throw new Error('again');
    }, 1);
  });
}
