// A chain ends with a catch, so that no rejection is unhandled.
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
    value
      .then(
        (loaded) => callback(null, loaded),
        (error) => callback(error),
      )
      .catch(() => {});
  };
}
