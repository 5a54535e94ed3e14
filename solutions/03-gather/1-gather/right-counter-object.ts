// An object without a class counts, and an async function for each awaitable tells it what arrived.
interface Tray<T> {
  readonly places: Record<number, T>;
  expected: number;
  filled: number;
}

export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const tray: Tray<T> = { places: {}, expected: 0, filled: 0 };
  return new Promise((resolve, reject) => {
    const serve = async (awaitable: T | PromiseLike<T>, place: number) => {
      tray.places[place] = await awaitable;
      tray.filled++;
      look();
    };
    const look = () => {
      if (tray.filled < tray.expected) return;
      resolve(Array.from({ length: tray.expected }, (_, i) => tray.places[i] as T));
    };
    for (const awaitable of awaitables) serve(awaitable, tray.expected++).catch(reject);
    look();
  });
}
