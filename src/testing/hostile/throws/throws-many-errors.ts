export async function both(a, b) {
  throw new AggregateError(
    Array.from({ length: 1000 }, (_, i) => new Error(`failure ${i}`)),
    'all of them failed',
  );
}
