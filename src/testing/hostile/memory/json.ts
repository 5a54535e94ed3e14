export async function both(a, b) {
  const text = JSON.stringify(Array.from({ length: 1e7 }, (_, i) => ({ i })));
  return JSON.parse(text).length > 0 ? JSON.parse(text) : [];
}
