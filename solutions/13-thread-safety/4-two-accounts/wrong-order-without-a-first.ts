// Takes first the account from which the way up to the other one is short. (0, 1, 2, and 0 again: in a ring, no account is the first.)
// Fails: lets three transfers in a ring return
// Says: a circle
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const count = locks.length;
  const wayUp = (to - from + count) % count;
  const isFirst = wayUp * 2 === count ? from < to : wayUp * 2 < count;
  const first = locks[isFirst ? from : to] as Lock;
  const second = locks[isFirst ? to : from] as Lock;
  first.lock();
  second.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
