/** The lock of an account. One thread at a time has it. */
interface Lock {
  /** Takes the lock. Sleeps while another thread has it. A thread that has it already would sleep forever. */
  lock(): void;
  /** Takes the lock if no thread has it, and returns whether it has taken it. Waits for nothing. */
  tryLock(): boolean;
  /** Releases the lock. Throws if the calling thread does not have it. */
  unlock(): void;
}

/**
 * Moves money between accounts in memory that several threads share. Cell `i` of `memory` holds the balance of account
 * `i`, and `locks[i]` is its lock. All other code accesses a balance only while it has the lock of that account.
 *
 * - `transfer` takes `amount` from the account `from`, adds it to `to`, and returns true.
 * - If `from` has less than `amount`, it moves nothing, and returns false. An amount that is exactly the balance is enough.
 * - From an account to itself, it moves nothing, and returns true, also if the account has less.
 * - When it returns, true or false, it has released each lock that it has taken.
 * - Two threads may transfer in opposite directions at the same time. Each call returns, in whatever order the steps come.
 * - Each call returns, too, if three threads transfer in a ring: from 0 to 1, from 1 to 2, and from 2 to 0.
 * - A thread that has to wait sleeps. It does not ask again and again, or take and release until it has what it needs.
 * - No amount is lost, none is spent twice, and true or false is right for the moment at which the account has its lock.
 * - A thread that has all locks finds all the money, at any time.
 * - Two transfers that have no account in common can both have their locks before money arrives in any account.
 * - The next call may get another memory, or a part of a larger one, with other locks: that is another bank.
 * - Cell `locks.length` is yours, and begins at 0. All other cells of `memory`, and the list, stay as they are.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  // The same order for both directions. Who has the later lock never waits for the earlier one, so there is no circle.
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
  }
}

/** With both locks, plain accesses are in order: no other thread comes in between. */
function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
