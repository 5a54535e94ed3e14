// A class for one place on the tray: it knows its outcome, and tells the tray.
class Place<T> {
  readonly settled: Promise<void>;
  outcome: T | Error | undefined;

  constructor(awaitable: T | PromiseLike<T>) {
    this.settled = this.#follow(awaitable);
  }

  async #follow(awaitable: T | PromiseLike<T>): Promise<void> {
    try {
      this.outcome = await awaitable;
    } catch (failure) {
      if (failure instanceof Error) this.outcome = failure;
      else
        this.outcome = Object.assign(new TypeError('thrown without an Error'), { cause: failure });
    }
  }
}

export async function gatherSettled<T>(
  awaitables: Iterable<T | PromiseLike<T>>,
): Promise<(T | Error)[]> {
  const places = Array.from(awaitables, (awaitable) => new Place(awaitable));
  for (const { settled } of places) await settled;
  return places.map(({ outcome }) => outcome as T | Error);
}
