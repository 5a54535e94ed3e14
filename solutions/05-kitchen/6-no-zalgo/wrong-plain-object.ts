// Assumes that `{}` has no keys. (It inherits some: `({}).constructor` is a function.)
// Fails: loads a key once, for calls of get during the load and for later ones
// Says: 'constructor' was never started
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const pages: Record<string, { value: T }> = {};
  const loads: Record<string, Promise<{ value: T }>> = {};

  async function read(key: string): Promise<{ value: T }> {
    try {
      const page = { value: await load(key) };
      pages[key] = page;
      return page;
    } finally {
      delete loads[key];
    }
  }

  return (key, callback) => {
    const page = pages[key];
    if (page) return queueMicrotask(() => callback(null, page.value));
    loads[key] ??= read(key);
    loads[key].then(
      ({ value }) => queueMicrotask(() => callback(null, value)),
      (error) => queueMicrotask(() => callback(error)),
    );
  };
}
