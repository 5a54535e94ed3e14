// Has sixteen locks for all accounts. (Two accounts without anything in common may have the same one.)
// Fails: runs transfers without an account in common at the same time
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const lines: Promise<void>[] = Array.from({ length: 16 }, () => Promise.resolve());
  const numberOf = (account: string) =>
    [...account].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 16;
  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  const locked = (i: number, f: () => Promise<void>) => {
    const result = (lines[i] as Promise<void>).then(f);
    lines[i] = result.catch(() => {});
    return result;
  };
  return async (from, to, amount) => {
    if (from === to) return;
    const [low = 0, high = 0] = [numberOf(from), numberOf(to)].sort((a, b) => a - b);
    const begin = () => move(from, to, amount);
    await locked(low, () => (low === high ? begin() : locked(high, begin)));
  };
}
