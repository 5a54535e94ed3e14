// Collects what the callbacks throw, and throws only the first of it.
// Fails: does not catch what a callback throws, and still calls each callback once
// Says: An error of a callback is a bug in the callback
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const entries = new Map<string, { waiting: Callback<T>[]; settled?: [unknown, T?] }>();
  return (key, callback) => {
    const entry = entries.get(key);
    if (entry?.settled) {
      const settled = entry.settled;
      return queueMicrotask(() => callback(...settled));
    }
    if (entry) return void entry.waiting.push(callback);
    const mine: { waiting: Callback<T>[]; settled?: [unknown, T?] } = { waiting: [callback] };
    entries.set(key, mine);
    const tell = (settled: [unknown, T?]) => {
      const thrown: unknown[] = [];
      for (const one of mine.waiting)
        try {
          one(...settled);
        } catch (error) {
          thrown.push(error);
        }
      if (thrown.length > 0) throw thrown[0];
    };
    load(key).then(
      (value) => {
        mine.settled = [null, value];
        tell(mine.settled);
      },
      (error) => {
        entries.delete(key);
        tell([error]);
      },
    );
  };
}
