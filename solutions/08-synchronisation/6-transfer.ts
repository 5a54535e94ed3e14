/** Where the accounts are: another program, such as a database. Each call takes time, and may reject. */
interface Bank {
  read(account: string): Promise<number>;
  write(account: string, balance: number): Promise<void>;
}

/**
 * Returns a function that transfers an amount from one account of this bank to another one.
 *
 * - Reads both accounts at the same time, each once. When both reads have fulfilled, writes both new balances at the
 *   same time. Fulfils when both writes have fulfilled.
 * - Transfers that have no account in common run at the same time.
 * - Transfers that have an account in common run one after another: each one begins in the millisecond in which the
 *   one before it ends. So no balance is overwritten. Which of those that wait is next does not matter.
 * - All transfers end, whatever accounts they need and in whatever order they are called. An account may have any
 *   text as its name, also an empty one.
 * - When both reads have fulfilled and `from` has less than `amount`, writes nothing, and rejects with an Error whose
 *   `message` is 'not enough'. An amount that is exactly the balance is enough, also if others wait for `from`.
 * - When a read or a write rejects, rejects with the same reason, whatever value it is, and calls nothing more. A
 *   throw of `read` or `write` counts as a rejection.
 * - When it has rejected, both accounts are free: a transfer that waits for them begins at that moment.
 * - A transfer from an account to itself reads and writes nothing, and fulfils immediately: also when the account has
 *   less than `amount`, and while another transfer uses it.
 * - Each function that `bankOf` returns knows only its own transfers: those of another bank do not wait for them.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export function bankOf(bank: Bank): (from: string, to: string, amount: number) => Promise<void> {
  /** For each account, a promise that fulfils when the last of its transfers has ended. */
  const lines = new Map<string, Promise<void>>();

  const locked = (account: string, f: () => Promise<void>): Promise<void> => {
    const before = lines.get(account) ?? Promise.resolve();
    const result = before.then(f);
    // A failure is for its caller only. The next transfer needs to know that it is over.
    const over = result.catch(() => {});
    lines.set(account, over);
    return result;
  };

  const move = async (from: string, to: string, amount: number) => {
    const [has, had] = await Promise.all([bank.read(from), bank.read(to)]);
    if (has < amount) throw new Error('not enough');
    await Promise.all([bank.write(from, has - amount), bank.write(to, had + amount)]);
  };

  return async (from, to, amount) => {
    if (from === to) return;
    // The same order for all: the transfer that has the last account of all goes on.
    const [first, second] = from < to ? [from, to] : [to, from];
    await locked(first, () => locked(second, () => move(from, to, amount)));
  };
}
