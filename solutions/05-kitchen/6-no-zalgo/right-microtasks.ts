// Values and loads in two maps; each callback is delayed with queueMicrotask.
export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const pages = new Map<string, { value: T }>();
  const loads = new Map<string, Promise<{ value: T }>>();

  async function read(key: string): Promise<{ value: T }> {
    try {
      const page = { value: await load(key) };
      pages.set(key, page);
      return page;
    } finally {
      loads.delete(key);
    }
  }

  return (key, callback) => {
    const page = pages.get(key);
    if (page) return queueMicrotask(() => callback(null, page.value));
    const loading = loads.get(key) ?? read(key);
    loads.set(key, loading);
    loading.then(
      ({ value }) => queueMicrotask(() => callback(null, value)),
      (error) => queueMicrotask(() => callback(error)),
    );
  };
}
