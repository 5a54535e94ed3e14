// An interval that stops itself when it has come once.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const interval = setInterval(() => {
      clearInterval(interval);
      resolve();
    }, ms);
  });
}
