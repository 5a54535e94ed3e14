// An interval that clears itself when it has fired once.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const interval = setInterval(() => {
      clearInterval(interval);
      resolve();
    }, ms);
  });
}
