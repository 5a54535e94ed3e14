// Locks in its own order, and gives up when it has waited for a second. (It should not have come to that.)
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: sets no timer
// Says: It rejected at 1000 ms with: deadlock
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lines = new Map<string, Promise<void>>();
  const locked = (account: string, f: () => Promise<void>): Promise<void> => {
    const result = (lines.get(account) ?? Promise.resolve()).then(f);
    lines.set(
      account,
      result.catch(() => {}),
    );
    return result;
  };
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  const late = () => Promise.reject(new Error('deadlock'));
  return async (from, to, amount) => {
    if (from === to) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await locked(from, () => {
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, 1000);
      });
      return Promise.race([
        locked(to, async () => {
          clearTimeout(timer);
          await move(from, to, amount);
        }),
        limit.then(late),
      ]);
    });
  };
}
