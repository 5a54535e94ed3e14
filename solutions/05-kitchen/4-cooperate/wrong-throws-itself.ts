// Works on the first slice before there is a promise. (An error in it is thrown by the call.)
// Fails: rejects with the same error when work throws, and does not call it again
// Fails: works again after a failure
// Says: It fulfilled with 'thrown by chunked itself'
export function chunked<T>(items: T[], work: (item: T) => void, slice: number): Promise<void> {
  let done = 0;
  const workOnSome = (): Promise<void> => {
    const start = performance.now();
    while (done < items.length && performance.now() - start < slice) work(items[done++] as T);
    if (done === items.length) return Promise.resolve();
    return new Promise((resolve) => setImmediate(resolve)).then(workOnSome);
  };
  return workOnSome();
}
