// A promise made with `new Promise`; the callback of a timer resolves it.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(), ms);
  });
}
