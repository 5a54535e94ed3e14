// Unlocks each account when it is written. (The transfer has not ended: the other account is still being written.)
// Fails: runs transfers without an account in common at the same time
// Fails: runs transfers with an account in common one after another, so no balance is overwritten
// Fails: comes to an end with all transfers, whatever accounts they need
// Fails: leaves both accounts free when it has rejected
// Says: Only transfers with an account in common wait for each other
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  const last = new Map<string, Promise<unknown>>();
  return async (from, to, amount) => {
    if (from === to) return;
    const before = Promise.all([last.get(from), last.get(to)]);
    const reading = before.then(() => Promise.all([bank.read(from), bank.read(to)]));
    const checked = reading.then(([has, had]) => {
      if (has < amount) throw new Error('not enough');
      return [has - amount, had + amount] as const;
    });
    const writes = [
      checked.then(([left]) => bank.write(from, left)),
      checked.then(([, sum]) => bank.write(to, sum)),
    ] as const;
    last.set(
      from,
      writes[0].catch(() => {}),
    );
    last.set(
      to,
      writes[1].catch(() => {}),
    );
    await Promise.all(writes);
  };
}
