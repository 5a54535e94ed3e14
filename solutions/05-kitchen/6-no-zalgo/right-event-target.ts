// An EventTarget for each load: a listener that throws does not harm the others.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const done = new Map<string, [null, T]>();
  const loading = new Map<string, EventTarget>();
  return (key, callback) => {
    const kept = done.get(key);
    if (kept) return process.nextTick(() => callback(...kept));
    const running = loading.get(key);
    const target = running ?? new EventTarget();
    target.addEventListener('settled', (event) =>
      callback(...((event as CustomEvent).detail as [unknown, T?])),
    );
    if (running) return;
    loading.set(key, target);
    load(key).then(
      (value) => {
        done.set(key, [null, value]);
        target.dispatchEvent(new CustomEvent('settled', { detail: [null, value] }));
      },
      (error) => {
        loading.delete(key);
        target.dispatchEvent(new CustomEvent('settled', { detail: [error] }));
      },
    );
  };
}
