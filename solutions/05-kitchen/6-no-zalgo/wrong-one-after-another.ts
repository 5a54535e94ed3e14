// Answers the calls in the order in which they came: a hit waits for the load of another key.
// Fails: calls back as soon as the load has settled or get has returned, whatever other keys do
// Says: wait for a timer or for another key
type Callback<T> = (error: unknown, value?: T) => void;

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: Callback<T>) => void {
  const loads = new Map<string, Promise<T>>();
  let before: Promise<unknown> = Promise.resolve();
  return (key, callback) => {
    let loading = loads.get(key);
    if (!loading) {
      loading = load(key);
      loads.set(key, loading);
      loading.then(null, () => loads.delete(key));
    }
    const mine = loading;
    const turn = before;
    before = Promise.allSettled([turn, mine]);
    turn
      .then(() => mine)
      .then(
        (loaded) => callback(null, loaded),
        (error) => callback(error),
      );
  };
}
