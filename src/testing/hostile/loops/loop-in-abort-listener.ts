export async function both(a, b) {
  const controller = new AbortController();
  controller.signal.addEventListener('abort', () => {
    while (controller.signal.aborted) {
    }
  });
  await b();
  controller.abort();
  return [await a(), 'B'];
}
