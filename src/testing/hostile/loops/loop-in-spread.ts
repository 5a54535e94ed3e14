export async function both(a, b) {
  return [...(function* () { while (true) yield null; })()];
}
