// Chains of then, without async functions; reads and writes are awaited to their very end.
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lines = new Map<string, Promise<unknown>>();
  const locked = <T>(account: string, f: () => Promise<T>): Promise<T> => {
    const before = lines.get(account) ?? Promise.resolve();
    const result = before.then(f, f);
    lines.set(account, result);
    return result;
  };
  const all = <T>(starts: (() => Promise<T>)[]) =>
    Promise.allSettled(starts.map((start) => new Promise<T>((resolve) => resolve(start())))).then(
      (results) =>
        results.map((result) => {
          if (result.status === 'rejected') throw result.reason;
          return result.value;
        }),
    );
  const move = (from: string, to: string, amount: number): Promise<void> =>
    all([() => bank.read(from), () => bank.read(to)])
      .then(([has = 0, had = 0]) =>
        has < amount
          ? Promise.reject(new Error('not enough'))
          : all([() => bank.write(from, has - amount), () => bank.write(to, had + amount)]),
      )
      .then(() => undefined);
  return (from, to, amount) => {
    if (from === to) return Promise.resolve();
    const [low, high] = from < to ? [from, to] : [to, from];
    return locked(high, () => locked(low, () => move(from, to, amount)));
  };
}
