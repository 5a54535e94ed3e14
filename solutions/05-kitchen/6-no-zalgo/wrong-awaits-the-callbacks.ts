// Awaits each callback before it calls the next one.
// Fails: does not wait for a promise that a callback returns
// Says: Does your code await what a callback returns?
type Callback<T> = (error: unknown, value?: T) => unknown;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
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
    const tell = async (settled: [unknown, T?]) => {
      for (const one of mine.waiting)
        try {
          await one(...settled);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
    };
    load(key).then(
      (value) => {
        mine.settled = [null, value];
        return tell(mine.settled);
      },
      (error) => {
        entries.delete(key);
        return tell([error]);
      },
    );
  };
}
