// Looks every 7 ms whether the value is there.
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: Does your code look for the value now and then
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const entries = new Map<string, { done?: [unknown, T?] }>();
  return (key, callback) => {
    const entry = entries.get(key) ?? {};
    if (!entries.has(key)) {
      entries.set(key, entry);
      load(key).then(
        (value) => {
          entry.done = [null, value];
        },
        (error) => {
          entry.done = [error];
          entries.delete(key);
        },
      );
    }
    const ask = () => (entry.done ? callback(...entry.done) : void setTimeout(ask, 7));
    setTimeout(ask, 1);
  };
}
