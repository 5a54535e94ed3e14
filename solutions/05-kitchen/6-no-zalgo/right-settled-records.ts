// Keeps the record of Promise.allSettled for each key.

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const loads = new Map<string, Promise<PromiseSettledResult<Awaited<T>>>>();
  return async (key, callback) => {
    let mine = loads.get(key);
    if (!mine) {
      mine = Promise.allSettled([load(key)]).then(([record]) => {
        if (record?.status === 'rejected') loads.delete(key);
        return record as PromiseSettledResult<Awaited<T>>;
      });
      loads.set(key, mine);
    }
    const record = await mine;
    if (record.status === 'rejected') callback(record.reason);
    else callback(null, record.value);
  };
}
