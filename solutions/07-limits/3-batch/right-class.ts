// A class for one batch, which is closed when it is sent.
type LoadMany<K, V> = (keys: K[]) => Promise<(V | Error)[]>;

class Batch<K, V> {
  readonly #loads = new Map<
    K,
    { promise: Promise<V>; settle: (value: V | Error) => void; fail: (reason: unknown) => void }
  >();

  add(key: K): Promise<V> {
    const before = this.#loads.get(key);
    if (before) return before.promise;
    let settle: (value: V | Error) => void = () => {};
    let fail: (reason: unknown) => void = () => {};
    const promise = new Promise<V>((resolve, reject) => {
      settle = (value) => (value instanceof Error ? reject(value) : resolve(value));
      fail = reject;
    });
    this.#loads.set(key, { promise, settle, fail });
    return promise;
  }

  async send(loadMany: LoadMany<K, V>): Promise<void> {
    const loads = [...this.#loads.values()];
    try {
      const list = await loadMany([...this.#loads.keys()]);
      if (list.length !== loads.length) throw new TypeError('not one place for each key');
      for (const [i, { settle }] of loads.entries()) settle(list[i] as V | Error);
    } catch (error) {
      for (const { fail } of loads) fail(error);
    }
  }
}

export function batch<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let open: Batch<K, V> | undefined;
  const send = () => {
    const batch = open as Batch<K, V>;
    open = undefined;
    batch.send(loadMany);
  };
  return (key) => {
    if (!open) {
      open = new Batch();
      setImmediate(send);
    }
    return open.add(key);
  };
}
