// `Promise.all`, inside out: it ends at the first rejection, so a value is thrown and an error is returned.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class Delivery<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const stop = new AbortController();
  const turned = mirrors.map(async (mirror) => {
    let value: T;
    try {
      value = await mirror(stop.signal);
    } catch (failure) {
      return failure;
    }
    throw new Delivery(value);
  });
  try {
    const failures = await Promise.all(turned);
    throw new AggregateError(failures);
  } catch (first) {
    if (!(first instanceof Delivery)) throw first;
    stop.abort();
    await Promise.allSettled(turned);
    return first.value;
  }
}
