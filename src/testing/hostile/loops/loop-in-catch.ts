export async function both(a, b) {
  for (;;) {
    try {
      while (true) {
      }
    } catch {
      // Once more.
    } finally {
      continue;
    }
  }
}
