// A class whose instances are the tables: each place is defined first, and filled when its value arrives.
class Table {
  async fill(key: string, promise: PromiseLike<unknown>): Promise<void> {
    const place = { enumerable: true, configurable: true, writable: true };
    // Defined and not assigned, because of a key such as `__proto__`.
    Object.defineProperty(this, key, { ...place, value: undefined });
    Object.defineProperty(this, key, { ...place, value: await promise });
  }
}

export async function gatherProps<T extends object>(
  promises: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Promise<T> {
  const table = new Table();
  const { fill } = table;
  await Promise.all(
    Object.entries(promises).map(([key, promise]) =>
      fill.call(table, key, promise as PromiseLike<unknown>),
    ),
  );
  return table as unknown as T;
}
