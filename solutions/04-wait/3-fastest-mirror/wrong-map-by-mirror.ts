// Keeps the downloads in a Map by their mirror, and the same mirror may be in the list twice.
// Fails: starts every download during the call, without waiting for an earlier one
// Says: At most 2 in flight at the same time; expected 3.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const running = new Map<
    Op<T>,
    Promise<{ mirror: Op<T>; value?: T; failure?: unknown; won: boolean }>
  >();
  const failures = new Map<Op<T>, unknown>();
  for (const mirror of mirrors) {
    if (running.has(mirror)) continue;
    const download = (async () => mirror(controller.signal))();
    running.set(
      mirror,
      download.then(
        (value) => ({ mirror, value, won: true }),
        (failure) => ({ mirror, failure, won: false }),
      ),
    );
  }
  while (running.size > 0) {
    const first = await Promise.race(running.values());
    running.delete(first.mirror);
    if (first.won) {
      controller.abort();
      await Promise.all(running.values());
      return first.value as T;
    }
    failures.set(first.mirror, first.failure);
  }
  throw new AggregateError(
    [...failures.keys()].length > 0 ? mirrorsInOrder(mirrors, failures) : [],
  );
}

function mirrorsInOrder<T>(mirrors: Op<T>[], failures: Map<Op<T>, unknown>): unknown[] {
  return mirrors.map((mirror) => failures.get(mirror));
}
