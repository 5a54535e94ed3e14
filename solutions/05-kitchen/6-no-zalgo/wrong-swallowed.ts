// Catches what the callback throws, and does nothing with it.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: Catch only the errors of the work.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loading = new Map<string, Promise<T>>();

  return (key, callback) => {
    let value = loading.get(key);
    if (!value) {
      value = load(key);
      loading.set(key, value);
      value.catch(() => loading.delete(key));
    }
    const tell: typeof callback = (...result) => {
      try {
        callback(...result);
      } catch {
        // Not our problem.
      }
    };
    value.then(
      (loaded) => tell(null, loaded),
      (error) => tell(error),
    );
  };
}
