// A loop of races: when a download fails, races those that are left.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const start = async (mirror: Op<T>, signal: AbortSignal) => mirror(signal);
  const controller = new AbortController();
  const racing = new Map(
    mirrors.map((mirror, i) => [
      i,
      start(mirror, controller.signal).then(
        (value) => ({ i, value }),
        (failure: unknown) => ({ i, failure }),
      ),
    ]),
  );
  const failures: unknown[] = Array(mirrors.length);
  while (racing.size > 0) {
    const first = await Promise.race(racing.values());
    racing.delete(first.i);
    if ('value' in first) {
      controller.abort();
      await Promise.all(racing.values());
      return first.value;
    }
    failures[first.i] = first.failure;
  }
  throw new AggregateError(failures, 'All mirrors failed');
}
