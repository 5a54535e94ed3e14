// A callback must not be able to harm us: whatever it throws is caught.
// Fails: lets the error of a callback out, and calls each callback once all the same
// Says: A callback threw 'bug in 1' and 'bug in 3', and nobody ever heard of it.
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
