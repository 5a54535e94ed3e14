// Catches what a callback throws, and throws it again in a nextTick job of its own.
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const cells = new Map<string, { list: Callback<T>[]; value?: T; ready: boolean }>();
  const tell = (one: Callback<T>, ...all: [unknown, T?]) => {
    try {
      one(...all);
    } catch (thrown) {
      process.nextTick(() => {
        throw thrown;
      });
    }
  };
  return (key, callback) => {
    const cell = cells.get(key);
    if (cell?.ready) return process.nextTick(tell, callback, null, cell.value);
    if (cell) return void cell.list.push(callback);
    const mine: { list: Callback<T>[]; value?: T; ready: boolean } = {
      list: [callback],
      ready: false,
    };
    cells.set(key, mine);
    void (async () => {
      try {
        mine.value = await load(key);
        mine.ready = true;
      } catch (error) {
        cells.delete(key);
        for (const one of mine.list) tell(one, error);
        return;
      }
      for (const one of mine.list) tell(one, null, mine.value);
    })();
  };
}
